package org.egcg.reporting.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.egcg.reporting.yaml.Section;

/** The thresholds that the library brings along. */
final class ShippedThresholds {

    private ShippedThresholds() {}

    static Thresholds read() {
        String file = "/org/egcg/reporting/etc/review_thresholds.yaml";
        try (InputStream yaml = ShippedThresholds.class.getResourceAsStream(file)) {
            return Thresholds.read(
                    Section.read("review_thresholds.yaml", new String(yaml.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
