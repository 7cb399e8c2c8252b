package org.egcg.reporting.notice.internal;

import java.time.Duration;

/** Spans of time for people. */
final class Spans {

    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int TWO_DAYS = 48;

    private Spans() {}

    /** Such as {@code 5 d}, {@code 31 h 10 min}. */
    static String words(Duration span) {
        long hours = Math.max(0, span.toHours());
        return hours >= TWO_DAYS ? hours / HOURS + " d" : hours + " h " + span.toMinutes() % MINUTES + " min";
    }
}
