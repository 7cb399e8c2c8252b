package org.egcg.reporting.web.home;

/**
 * A pipeline at work.
 *
 * @param stage what it is doing; empty text if it has not said
 * @param elapsed for how long it has run
 * @param usual how long such pipelines take, in words, if this one takes longer; else empty text
 */
public record RunningPipeline(String dataset, String kind, String stage, String elapsed, String usual, String href) {}
