/**
 * Whose turn is it? How many requests may be at work at the same time, how much memory they may use for what clients
 * send, and how a service that is being stopped lets them finish. Start with {@link org.egcg.reporting.work.RequestLimiter} and
 * {@link org.egcg.reporting.work.MemoryBudget}. What a request does is no concern of this room.
 */
package org.egcg.reporting.work;
