package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** What the samples of a project or plate add up to: which are in which status, and what was ordered for them. */
final class RollUp {

    private final List<StatusSample> samples;
    private final StatusDefinitions definitions;
    private final boolean isComplete;
    private final LocalDateTime now;

    RollUp(List<StatusSample> samples, StatusDefinitions definitions, boolean isComplete, LocalDateTime now) {
        this.samples = samples;
        this.definitions = definitions;
        this.isComplete = isComplete;
        this.now = now;
    }

    /** Appends how many samples there are, and the distinct values of what was ordered, sorted as text. */
    void appendOrder(BsonDocument item) {
        item.append("nb_samples", new BsonInt32(samples.size()))
                .append("library_type", joined(StatusSample::libraryType))
                .append("species", joined(StatusSample::species))
                .append("required_yield", joined(StatusSample::requiredYield))
                .append("required_coverage", joined(StatusSample::requiredCoverage));
    }

    private BsonString joined(Function<StatusSample, Optional<String>> value) {
        TreeSet<String> values = new TreeSet<>();
        samples.forEach(
                sample -> value.apply(sample).filter(text -> !text.isEmpty()).ifPresent(values::add));
        return new BsonString(String.join(", ", values));
    }

    /** Appends the samples of each status that any of them has, under {@code status} and once more by themselves. */
    void appendStatus(BsonDocument item) {
        BsonDocument status = new BsonDocument();
        Map<String, List<StatusSample>> byStatus = byStatus();
        byStatus.forEach((name, members) -> status.append(
                name, new BsonDocument("samples", ids(members)).append("last_modified_date", newest(members))));
        item.append("status", status);
        byStatus.forEach((name, members) -> item.append(name, ids(members)));
    }

    private Map<String, List<StatusSample>> byStatus() {
        Map<String, List<StatusSample>> byStatus = new LinkedHashMap<>();
        for (StatusSample sample : samples) {
            list(byStatus, statusOf(sample)).add(sample);
            sample.history().additional().forEach(status -> list(byStatus, status)
                    .add(sample));
        }
        return byStatus;
    }

    private static List<StatusSample> list(Map<String, List<StatusSample>> byStatus, String status) {
        return byStatus.computeIfAbsent(status, any -> new ArrayList<>());
    }

    /** The text {@code null} for a sample without a status, as the original has it. */
    private String statusOf(StatusSample sample) {
        return sample.history().status().orElse(isComplete ? definitions.initial() : "null");
    }

    private static BsonArray ids(List<StatusSample> samples) {
        return new BsonArray(
                samples.stream().map(sample -> Json.text(sample.id())).toList());
    }

    private BsonValue newest(List<StatusSample> members) {
        return LimsTime.json(members.stream()
                .map(sample -> sample.since(now))
                .max(Comparator.naturalOrder())
                .filter(date -> !date.equals(Entry.UNDATED)));
    }
}
