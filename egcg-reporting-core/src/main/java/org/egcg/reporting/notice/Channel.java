package org.egcg.reporting.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By which way a notice comes. */
public enum Channel {
    /** The bell and the list of notices. */
    PAGE("in the pages"),
    /** A mail to an address. */
    MAIL("by e-mail"),
    /** A request to a target that the configuration names. */
    WEBHOOK("by webhook");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    /** The channel that forms spell so. */
    public static Optional<Channel> named(String word) {
        return Arrays.stream(values())
                .filter(channel -> channel.word().equals(word))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }
}
