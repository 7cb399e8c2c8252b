package org.egcg.reporting.review;

import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonWriter;

/**
 * What was ordered for a sample.
 *
 * @param yield gigabases; empty if nothing says so
 * @param coverage mean depth, in times the genome; empty if nothing says so
 */
public record Requirements(Optional<BsonNumber> yield, Optional<BsonNumber> coverage) {

    /** Nothing says what was ordered. */
    public static final Requirements UNKNOWN = new Requirements(Optional.empty(), Optional.empty());

    /** The LIMS' field of the yield that was ordered for a sample, in gigabases. */
    public static final String LIMS_YIELD = "Required Yield (Gb)";

    /** The LIMS' field of the coverage that was ordered. */
    public static final String LIMS_COVERAGE = "Coverage (X)";

    private static final long BASES_PER_GIGABASE = 1_000_000_000;

    public Requirements(BsonNumber yield, BsonNumber coverage) {
        this(Optional.of(yield), Optional.of(coverage));
    }

    /** What the sample's document says; zero says nothing. Yield is cut to whole gigabases. */
    public static Requirements in(BsonDocument sample) {
        return new Requirements(
                number(sample, "required_yield").map(bases -> new BsonInt64(bases.longValue() / BASES_PER_GIGABASE)),
                number(sample, "required_coverage"));
    }

    private static Optional<BsonNumber> number(BsonDocument sample, String field) {
        BsonValue value = sample.get(field);
        return value != null && value.isNumber() && value.asNumber().doubleValue() != 0
                ? Optional.of(value.asNumber())
                : Optional.empty();
    }

    /** What the LIMS says in the fields of a sample; zero, and what is no number, say nothing. */
    public static Requirements inLims(Function<String, Optional<String>> field) {
        return new Requirements(
                field.apply(LIMS_YIELD).flatMap(Requirements::parsed),
                field.apply(LIMS_COVERAGE).flatMap(Requirements::parsed));
    }

    /** These as fields of the LIMS, of which {@link #inLims} makes the same. */
    public BsonDocument asInLims() {
        BsonDocument fields = new BsonDocument();
        yield.ifPresent(number -> fields.append(LIMS_YIELD, new BsonString(JsonWriter.text(number))));
        coverage.ifPresent(number -> fields.append(LIMS_COVERAGE, new BsonString(JsonWriter.text(number))));
        return fields;
    }

    private static Optional<BsonNumber> parsed(String text) {
        if (text.matches("[-+]?[0-9]{1,18}")) {
            return something(new BsonInt64(Long.parseLong(text)));
        }
        return text.matches("[-+]?([0-9]{1,18}\\.?[0-9]{0,18}|\\.[0-9]{1,18})(E[-+]?[0-9]{1,2})?")
                ? something(new BsonDouble(Double.parseDouble(text)))
                : Optional.empty();
    }

    private static Optional<BsonNumber> something(BsonNumber number) {
        return number.doubleValue() == 0 ? Optional.empty() : Optional.of(number);
    }

    /** These, and what another source says where these say nothing. */
    public Requirements or(Requirements other) {
        return new Requirements(yield.or(other::yield), coverage.or(other::coverage));
    }

    /** Whether both are known. */
    public boolean complete() {
        return yield.isPresent() && coverage.isPresent();
    }

    /** The limit in numbers; a yield of no whole gigabase is none. */
    Limit of(Limit.Ordered ordered) {
        return (ordered.equals(Limit.ORDERED_YIELD) ? yield : coverage)
                .filter(number -> number.doubleValue() != 0)
                .map(Limit::of)
                .orElse(ordered);
    }
}
