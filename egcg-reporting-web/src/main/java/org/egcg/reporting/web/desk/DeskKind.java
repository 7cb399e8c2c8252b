package org.egcg.reporting.web.desk;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What is decided on at the desk. */
public enum DeskKind {
    LANES("lanes", "Lanes", "lane", "lane_id", "/run/", Duration.ofDays(2)),
    SAMPLES("samples", "Samples", "sample", "sample_id", "/sample/", Duration.ofDays(7));

    private final String resource;
    private final String label;
    private final String word;
    private final String field;
    private final String address;
    private final Duration patience;

    DeskKind(String resource, String label, String word, String field, String address, Duration patience) {
        this.resource = resource;
        this.label = label;
        this.word = word;
        this.field = field;
        this.address = address;
        this.patience = patience;
    }

    public static Optional<DeskKind> named(String resource) {
        return Arrays.stream(values())
                .filter(kind -> kind.resource.equals(resource))
                .findFirst();
    }

    /** The resource whose documents are looked at. */
    public String resource() {
        return resource;
    }

    public String label() {
        return label;
    }

    public String word() {
        return word;
    }

    /** The field that names one. */
    public String field() {
        return field;
    }

    /** What the address of the page begins with that tells everything of one, or of its run. */
    public String address() {
        return address;
    }

    /** How long one can wait before it is urgent. */
    public Duration patience() {
        return patience;
    }
}
