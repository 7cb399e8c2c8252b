package org.egcg.reporting.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A customer's sample, or a control that the laboratory adds. */
public enum SampleKind {
    SAMPLE("sample"),
    /** Holds no DNA: what is read from it is contamination. */
    NEGATIVE("negative control"),
    /** Holds known DNA. */
    POSITIVE("positive control"),
    /** Illumina's control library. */
    PHIX("PhiX control");

    private final String words;

    SampleKind(String words) {
        this.words = words;
    }

    /** The kind of control of a word such as {@code negative}, in any case. */
    static Optional<SampleKind> control(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.isControl() && kind.word().equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /** How configuration and documents spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How pages call it. */
    public String words() {
        return words;
    }

    public boolean isControl() {
        return this != SAMPLE;
    }
}
