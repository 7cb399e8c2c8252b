package org.egcg.reporting.web.table;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.Formula;
import org.egcg.reporting.internal.json.Bson;

/** What is made of a stored value before it is shown. */
enum Derived {
    /** The species that match, as the metric {@code matching_species} has it, in stored order. */
    SPECIES_CONTAMINATION("species_contamination") {
        @Override
        BsonValue of(BsonDocument contamination) {
            BsonDocument counts = new BsonDocument();
            Bson.document(contamination, "contaminant_unique_mapped").forEach((species, reads) -> {
                if (reads.isNumber()) {
                    counts.append(species, reads);
                }
            });
            BsonArray matching = MATCHING.of(new BsonDocument("counts", counts)).asArray();
            StringJoiner found = new StringJoiner(",");
            counts.keySet().stream()
                    .filter(species -> matching.contains(new BsonString(species)))
                    .forEach(found::add);
            return new BsonString(found.toString());
        }
    },
    /** The share of the genome covered at least 5 times, in percent. */
    COVERAGE_5X("coverage_5X") {
        @Override
        BsonValue of(BsonDocument coverage) {
            return covered(coverage, "bases_at_5X");
        }
    },
    /** The share of the genome covered at least 15 times, in percent. */
    COVERAGE_15X("coverage_15X") {
        @Override
        BsonValue of(BsonDocument coverage) {
            return covered(coverage, "bases_at_15X");
        }
    },
    /** Name, tool set and its version. */
    PIPELINE_USED("pipeline_used") {
        @Override
        BsonValue of(BsonDocument pipeline) {
            String name = text(pipeline, "name");
            String toolset = (text(pipeline, "toolset_type") + " v" + text(pipeline, "toolset_version")).strip();
            return new BsonString(toolset.equals("v") ? name : name + " (" + toolset + ")");
        }
    };

    private static final Formula MATCHING = Formula.parse("matching_species(counts)");

    private final String spelling;

    Derived(String spelling) {
        this.spelling = spelling;
    }

    abstract BsonValue of(BsonDocument stored);

    static Optional<Derived> spelled(String spelling) {
        return Arrays.stream(values())
                .filter(function -> function.spelling.equals(spelling))
                .findFirst();
    }

    private static BsonValue covered(BsonDocument coverage, String depth) {
        BsonValue bases = Bson.document(coverage, "bases_at_coverage").get(depth);
        BsonValue size = coverage.get("genome_size");
        if (bases == null || size == null || !bases.isNumber() || !size.isNumber()) {
            return BsonNull.VALUE;
        }
        double genome = size.asNumber().doubleValue();
        return genome == 0
                ? BsonNull.VALUE
                : new BsonDouble(100 * bases.asNumber().doubleValue() / genome);
    }

    private static String text(BsonDocument parent, String key) {
        BsonValue value = parent.get(key);
        return value == null || value.isNull()
                ? ""
                : value.isString()
                        ? value.asString().getValue()
                        : Kind.TEXT.text(CellReader.read(value, Format.PLAIN, ZoneOffset.UTC));
    }
}
