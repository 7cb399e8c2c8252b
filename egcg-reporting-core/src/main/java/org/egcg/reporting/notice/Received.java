package org.egcg.reporting.notice;

/** A notice as a user sees it. */
public record Received(Notice notice, boolean unread) {}
