package org.egcg.reporting.web.home;

/** How soon it should be looked at, most urgent first. */
public enum Urgency {
    /** What went wrong with machines and their flow cells. */
    FIRST("urgent", "fail"),
    URGENT("urgent", "fail"),
    SOON("soon", "warn"),
    WATCH("watch", "busy");

    private final String word;
    private final String style;

    Urgency(String word, String style) {
        this.word = word;
        this.style = style;
    }

    public String word() {
        return word;
    }

    public String style() {
        return style;
    }
}
