package org.egcg.reporting.aggregation.legacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;

/**
 * What the database is to compute of the documents of one resource, step by step. Immutable.
 *
 * @param order the field by which documents are taken if nothing else is asked for
 * @param groups whether documents are put together, so that their order is lost
 */
record LegacyReport(String name, String resource, String order, boolean groups, List<Step> steps) {

    /** A stage, and the fields that are there after it and were not before. */
    record Step(BsonDocument stage, Set<String> fields) {
        Step {
            fields = Set.copyOf(fields);
        }
    }

    LegacyReport {
        steps = List.copyOf(steps);
    }

    static LegacyReport of(String name, String resource, String order) {
        return new LegacyReport(name, resource, order, false, List.of());
    }

    /** A stage that only prepares. */
    LegacyReport then(BsonDocument stage) {
        return with(new Step(stage, Set.of()), groups);
    }

    /** A projection to exactly these fields. */
    LegacyReport showing(BsonDocument fields) {
        return with(new Step(new BsonDocument("$project", fields), fields.keySet()), groups);
    }

    LegacyReport grouped(BsonDocument group) {
        return with(new Step(new BsonDocument("$group", group), Set.of()), true);
    }

    private LegacyReport with(Step step, boolean grouping) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new LegacyReport(name, resource, order, grouping, more);
    }

    /** The first step after which there is such a field. */
    Optional<Step> producing(String field) {
        return steps.stream().filter(step -> step.fields().contains(field)).findFirst();
    }

    /** All fields that a reader may filter on or sort by after they are computed. */
    Set<String> computed() {
        Set<String> computed = new LinkedHashSet<>();
        steps.forEach(step -> computed.addAll(step.fields()));
        return computed;
    }
}
