package org.egcg.reporting.config;

import java.util.Objects;

/** A password or key, which no log and no message shows. */
public record Secret(String value) {
    public Secret {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
