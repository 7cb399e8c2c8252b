package org.egcg.reporting.aggregation.legacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.query.WhereText;

/**
 * What a client asks of a report: which documents, in which order, which part. What is asked of stored fields is asked
 * before anything is computed, what is asked of computed fields as soon as there are any. Immutable.
 *
 * @param before filter on stored fields
 * @param after filters on computed fields, by the step that computes them
 */
record LegacyQuery(
        LegacyReport report,
        BsonDocument before,
        Map<LegacyReport.Step, BsonDocument> after,
        String column,
        boolean descending,
        boolean sortsComputed,
        Optional<Slice> slice) {

    /** One page of the answer, counted from 1. */
    record Slice(int page, int size) {
        Slice {
            if (page < 1 || size < 1) {
                throw new Malformed("page " + page + " of " + size + " documents");
            }
        }

        private List<BsonDocument> stages() {
            return List.of(
                    new BsonDocument("$skip", new BsonInt64((page - 1L) * size)),
                    new BsonDocument("$limit", new BsonInt32(size)));
        }
    }

    /**
     * @param stored the fields that documents of the report's resource may have
     * @throws Malformed if an argument cannot be understood
     */
    static LegacyQuery of(LegacyReport report, Set<String> stored, Map<String, String> arguments) {
        BsonDocument before = new BsonDocument();
        Map<LegacyReport.Step, BsonDocument> after = new LinkedHashMap<>();
        match(arguments.getOrDefault("match", "")).forEach((key, value) -> {
            String field = field(key, value);
            if (stored.contains(field)) {
                before.append(key, value);
            } else {
                report.producing(field).ifPresent(step -> after.computeIfAbsent(step, none -> new BsonDocument())
                        .append(key, value));
            }
        });
        after.replaceAll((step, filter) -> WhereText.of(filter).filter());
        String sort = arguments.getOrDefault("sort", "");
        String column = sort.startsWith("-") ? sort.substring(1) : sort;
        boolean known = stored.contains(column) || report.computed().contains(column);
        return new LegacyQuery(
                report,
                WhereText.of(before).filter(),
                after,
                known ? column : report.order(),
                known && sort.startsWith("-"),
                known && !stored.contains(column),
                slice(arguments));
    }

    private static BsonDocument match(String text) {
        if (text.isEmpty()) {
            return new BsonDocument();
        }
        BsonValue match = JsonReader.read(text);
        if (!match.isDocument()) {
            throw new Malformed("match: no JSON object");
        }
        return match.asDocument();
    }

    /** The field that decides when a condition is asked: its own, or that of the first of several alternatives. */
    private static String field(String key, BsonValue value) {
        if (!key.startsWith("$")) {
            int dot = key.indexOf('.');
            return dot < 0 ? key : key.substring(0, dot);
        }
        BsonValue first =
                value.isArray() && !value.asArray().isEmpty() ? value.asArray().get(0) : value;
        if (!first.isDocument() || first.asDocument().isEmpty()) {
            throw new Malformed("match: " + key + " needs a list of conditions");
        }
        String inner = first.asDocument().getFirstKey();
        return field(inner, first.asDocument().get(inner));
    }

    private static Optional<Slice> slice(Map<String, String> arguments) {
        int page = number("page", arguments);
        int size = number("max_results", arguments);
        return page == 0 || size == 0 ? Optional.empty() : Optional.of(new Slice(page, size));
    }

    private static int number(String name, Map<String, String> arguments) {
        try {
            return Integer.parseInt(arguments.getOrDefault(name, "0").strip());
        } catch (NumberFormatException none) {
            throw new Malformed(name + ": no whole number", none);
        }
    }

    /** The stages that answer it. */
    List<BsonDocument> stages() {
        List<BsonDocument> stages = new ArrayList<>(selection());
        stages.add(sorted(sortsComputed ? report.order() : column, !sortsComputed && descending));
        if (!isLate()) {
            slice.ifPresent(part -> stages.addAll(part.stages()));
        }
        stages.addAll(computation());
        if (sortsComputed || report.groups()) {
            boolean shown = report.computed().contains(column);
            stages.add(sorted(shown ? column : "_id", shown && descending));
        }
        if (isLate()) {
            slice.ifPresent(part -> stages.addAll(part.stages()));
        }
        return stages;
    }

    /** Whether the number and order of documents are known only at the end. */
    private boolean isLate() {
        return report.groups() || sortsComputed || !after.isEmpty();
    }

    /** How many documents the answer has, all pages together, is a matter of counting stored ones. */
    boolean countsStored() {
        return !report.groups() && after.isEmpty();
    }

    /** The stages that count the answer: one document with the number as {@code n}, none if it is 0. */
    List<BsonDocument> counting() {
        List<BsonDocument> stages = new ArrayList<>(selection());
        stages.addAll(after.isEmpty() ? grouping() : computation());
        stages.add(new BsonDocument(
                "$group",
                new BsonDocument("_id", new BsonString("all"))
                        .append("n", new BsonDocument("$sum", new BsonInt32(1)))));
        return stages;
    }

    /** Where nothing is asked of what is computed, there are as many documents as groups. */
    private List<BsonDocument> grouping() {
        return report.steps().stream()
                .map(LegacyReport.Step::stage)
                .filter(stage -> stage.containsKey("$group"))
                .map(stage -> new BsonDocument(
                        "$group",
                        new BsonDocument("_id", stage.getDocument("$group").get("_id"))))
                .toList();
    }

    private List<BsonDocument> selection() {
        return before.isEmpty() ? List.of() : List.of(new BsonDocument("$match", before));
    }

    private List<BsonDocument> computation() {
        List<BsonDocument> stages = new ArrayList<>();
        for (LegacyReport.Step step : report.steps()) {
            stages.add(step.stage());
            if (after.containsKey(step)) {
                stages.add(new BsonDocument("$match", after.get(step)));
            }
        }
        return stages;
    }

    private static BsonDocument sorted(String column, boolean descending) {
        BsonDocument order = new BsonDocument(column, new BsonInt32(descending ? -1 : 1));
        order.putIfAbsent("_id", new BsonInt32(1));
        return new BsonDocument("$sort", order);
    }
}
