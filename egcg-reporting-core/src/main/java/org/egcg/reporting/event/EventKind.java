package org.egcg.reporting.event;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.egcg.reporting.error.ReportingException.Malformed;

/** What can happen to an instrument. */
public enum EventKind {
    SERVICE("service", "Service"),
    REAGENTS("reagent_lot", "Reagent lot"),
    SOFTWARE("software", "Software"),
    OTHER("other", "Other");

    private final String word;
    private final String label;

    EventKind(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** By its word. */
    public static EventKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new Malformed("kind: must be one of "
                        + Arrays.stream(values()).map(EventKind::word).collect(Collectors.joining(", "))));
    }

    /** As programs are told. */
    public String word() {
        return word;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
