/**
 * How does the work of a pipeline spread over time? Start with {@link org.egcg.reporting.web.timeline.Timeline}: it takes
 * the document of a process with its stages and says where each bar begins and ends, in words and in per cent of the
 * width. It reads nothing and draws nothing; the tag {@code processes.xhtml} does the latter.
 */
package org.egcg.reporting.web.timeline;
