package org.egcg.reporting.admin;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.lims.request.InfoRequest;
import org.egcg.reporting.lims.request.Scope;

/** What was ordered for each sample, by the fields that the LIMS keeps of it; yields in bases, coverage in X. */
final class OrderedYields {

    private static final BigDecimal BASES = new BigDecimal(1_000_000_000);

    private final Map<String, BsonDocument> samples = new HashMap<>();

    private OrderedYields() {}

    /** Where there is no LIMS. */
    static OrderedYields unknown() {
        return new OrderedYields();
    }

    /** @throws org.egcg.reporting.error.ReportingException.Unavailable if the LIMS does not answer */
    static OrderedYields in(LimsReports lims) {
        OrderedYields ordered = new OrderedYields();
        lims.answer(InfoRequest.samples(Scope.all())).forEach(ordered::add);
        return ordered;
    }

    private void add(BsonDocument sample) {
        BsonDocument wanted = new BsonDocument();
        put(wanted, "required_yield", number(sample.get("Required Yield (Gb)")).map(BASES::multiply));
        put(
                wanted,
                "required_yield_q30",
                number(sample.get("Yield for Quoted Coverage (Gb)")).map(BASES::multiply));
        put(wanted, "required_coverage", number(sample.get("Coverage (X)")));
        if (sample.get("sample_id") instanceof BsonString name && !wanted.isEmpty()) {
            samples.put(name.getValue(), wanted);
        }
    }

    private static void put(BsonDocument wanted, String field, Optional<BigDecimal> value) {
        value.ifPresent(number -> wanted.append(
                field,
                number.stripTrailingZeros().scale() <= 0
                        ? new BsonInt64(number.longValue())
                        : new BsonDouble(number.doubleValue())));
    }

    private static Optional<BigDecimal> number(BsonValue value) {
        if (value instanceof BsonNumber number) {
            return Optional.of(BigDecimal.valueOf(number.doubleValue()));
        }
        return value instanceof BsonString text && text.getValue().strip().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")
                ? Optional.of(new BigDecimal(text.getValue().strip()))
                : Optional.empty();
    }

    /** The fields to be set for a sample. */
    List<Map.Entry<String, BsonValue>> of(String sample) {
        return List.copyOf(samples.getOrDefault(sample, new BsonDocument()).entrySet());
    }
}
