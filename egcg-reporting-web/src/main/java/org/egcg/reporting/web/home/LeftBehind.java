package org.egcg.reporting.web.home;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;

/** Samples that the pipelines or the delivery have left behind. */
final class LeftBehind {

    private static final Duration DELIVERY = Duration.ofDays(14);
    private static final double BASES_PER_GB = 1e9;

    private final FacilitySnapshot reading;

    LeftBehind(FacilitySnapshot reading) {
        this.reading = reading;
    }

    List<Omission> omissions() {
        List<Omission> omissions = new ArrayList<>();
        add(
                omissions,
                reading.waiting().stream().filter(LeftBehind::hasEnough).toList(),
                sample -> age(sample, "_created"),
                "with enough data, no pipeline started",
                "");
        add(
                omissions,
                reading.undelivered().stream()
                        .filter(sample -> age(sample, "useable_date").compareTo(DELIVERY) > 0)
                        .toList(),
                sample -> age(sample, "useable_date"),
                "useable, not delivered",
                "for over " + DELIVERY.toDays() + "\u00a0d");
        return omissions;
    }

    private static boolean hasEnough(BsonDocument sample) {
        double required = Bson.number(sample, "required_yield").orElse(Double.MAX_VALUE);
        return Bson.number(sample, "aggregated.clean_yield_in_gb").orElse(0) * BASES_PER_GB >= required;
    }

    private Duration age(BsonDocument sample, String date) {
        Instant since = Bson.moment(sample, date).orElse(reading.now());
        return Duration.between(since, reading.now());
    }

    private static void add(
            List<Omission> omissions,
            List<BsonDocument> left,
            Function<BsonDocument, Duration> age,
            String where,
            String note) {
        Map<String, String> projects = new TreeMap<>();
        Duration oldest = Duration.ZERO;
        for (BsonDocument sample : left) {
            projects.put(Bson.text(sample, "sample_id"), Bson.text(sample, "project_id"));
            oldest = age.apply(sample).compareTo(oldest) > 0 ? age.apply(sample) : oldest;
        }
        if (!projects.isEmpty()) {
            omissions.add(Omission.of(projects, oldest, where, note));
        }
    }
}
