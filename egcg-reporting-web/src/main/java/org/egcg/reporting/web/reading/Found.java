package org.egcg.reporting.web.reading;

/**
 * Something found by its name.
 *
 * @param kind what it is, and {@code name} what it is called
 * @param also what it is found by, if that is something else; else empty text
 * @param href where it is shown
 */
public record Found(String kind, String name, String also, String href) {}
