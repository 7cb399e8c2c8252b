package org.egcg.reporting.review;

import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * All limits of one metric in a group of the thresholds file.
 *
 * @param common the one that holds wherever no other does
 * @param cases those for something in particular, in the file's order
 */
record MetricLimits(Threshold common, List<Threshold> cases) {

    MetricLimits {
        cases = List.copyOf(cases);
    }

    /** All of them that may ever hold. */
    List<Threshold> thresholds() {
        List<Threshold> all = new java.util.ArrayList<>(cases);
        all.add(common);
        return all;
    }

    /** The very limit that is given is replaced, not one that is like it. */
    @SuppressWarnings("ReferenceEquality")
    MetricLimits replacing(Threshold one, Threshold by) {
        return new MetricLimits(
                common == one ? by : common,
                cases.stream().map(other -> other == one ? by : other).toList());
    }

    /** As the thresholds file has it under the metric. */
    BsonDocument entry(Optional<Circumstance> group) {
        BsonDocument entry = new BsonDocument("name", new BsonString(common.name()));
        common.formula().ifPresent(written -> entry.append("formula", new BsonString(written.text())));
        if (!common.unit().isEmpty()) {
            entry.append("unit", new BsonString(common.unit()));
        }
        entry.putAll(common.entry());
        entry.append("comparison", new BsonString(common.comparison().sign()));
        if (!cases.isEmpty()) {
            entry.append(
                    "cases",
                    new BsonArray(cases.stream().map(one -> entry(one, group)).toList()));
        }
        return entry;
    }

    private static BsonDocument entry(Threshold one, Optional<Circumstance> group) {
        When when = group.map(one.when()::without).orElse(one.when());
        BsonDocument entry = new BsonDocument("when", when.document());
        entry.putAll(one.entry());
        return entry;
    }
}
