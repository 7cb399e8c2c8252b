package org.egcg.reporting.delivery;

import java.util.Locale;

/** How it stands with a sample that is to be delivered. */
public enum Readiness {
    /** It was decided that it is useable. */
    READY("ready"),
    /** Something has to be done or decided before. */
    LACKING("not ready"),
    /** It is not useable, or a control: it will not be delivered. */
    LEFT_OUT("left out");

    private final String words;

    Readiness(String words) {
        this.words = words;
    }

    /** How programs spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How people call it. */
    public String words() {
        return words;
    }

    static Readiness named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
