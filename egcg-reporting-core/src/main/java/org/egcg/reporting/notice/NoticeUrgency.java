package org.egcg.reporting.notice;

import java.util.Locale;

/** How soon a notice should be read, the least urgent first. */
public enum NoticeUrgency {
    INFORMATION("for information"),
    SOON("soon"),
    URGENT("urgent");

    private final String title;

    NoticeUrgency(String title) {
        this.title = title;
    }

    /** How forms and programs spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** Whether this is as urgent as another, or more. */
    public boolean isAtLeast(NoticeUrgency other) {
        return compareTo(other) >= 0;
    }
}
