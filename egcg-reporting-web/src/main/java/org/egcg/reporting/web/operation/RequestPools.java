package org.egcg.reporting.web.operation;

/**
 * What requests share. Thread-safe.
 *
 * @param users turns of requests whose users are known
 * @param strangers turns of the others, counted by network
 * @param memory for what clients send
 * @param familiar credentials that were good before
 */
record RequestPools(RequestLimiter users, Strangers strangers, MemoryBudget memory, Familiar familiar) {}
