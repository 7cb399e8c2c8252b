package org.egcg.reporting.web.home;

/** One of the things behind a line. */
public record Item(String label, String note, String href) {}
