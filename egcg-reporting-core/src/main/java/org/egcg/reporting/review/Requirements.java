package org.egcg.reporting.review;

import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonValue;

/**
 * What was ordered for a sample.
 *
 * @param yield gigabases; empty if nothing says so
 * @param coverage mean depth, in times the genome; empty if nothing says so
 */
public record Requirements(Optional<BsonNumber> yield, Optional<BsonNumber> coverage) {

    /** Nothing says what was ordered. */
    public static final Requirements UNKNOWN = new Requirements(Optional.empty(), Optional.empty());

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
