package org.egcg.reporting.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.internal.clarity.ClarityClient;
import org.egcg.reporting.internal.clarity.ClaritySample;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered for a sample: the document's own word first, the LIMS' where the document has none. The LIMS is
 * asked at most once per sample, and only if it must be.
 */
final class Orders {

    private final ClarityClient clarity;

    Orders(ClarityClient clarity) {
        this.clarity = clarity;
    }

    /**
     * The requirements of a sample.
     *
     * @throws NotFound if neither the document nor the LIMS names one of them, or one of them is zero
     */
    Requirements of(String sampleId, BsonDocument sample) {
        return of(sampleId, sample, once(() -> known(sampleId, clarity.service().sample(sampleId))));
    }

    /** As far as document or LIMS say anything of it; the LIMS is asked only for what the document does not say. */
    Requirements known(String sampleId, BsonDocument sample) {
        Requirements said = Requirements.in(sample);
        return said.complete()
                ? said
                : said.or(clarity.service()
                        .sample(sampleId)
                        .map(found -> Requirements.inLims(found::field))
                        .orElse(Requirements.UNKNOWN));
    }

    private static ClaritySample known(String sampleId, Optional<ClaritySample> sample) {
        return sample.orElseThrow(() -> new NotFound("Sample " + sampleId + " cannot be found in the Lims"));
    }

    /** The requirements of several samples by their ids; the LIMS is asked once for all that need it. */
    Function<String, Requirements> of(Map<String, BsonDocument> samples) {
        List<String> asked = samples.entrySet().stream()
                .filter(sample -> !saysAll(sample.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (asked.size() < 2) {
            return id -> of(id, samples.get(id));
        }
        Map<String, ClaritySample> found = clarity.service().known(asked);
        return id -> of(id, samples.get(id), () -> known(id, Optional.ofNullable(found.get(id))));
    }

    private static boolean saysAll(BsonDocument sample) {
        return Requirements.in(sample).complete();
    }

    private static Requirements of(String sampleId, BsonDocument sample, Supplier<ClaritySample> lims) {
        Requirements said = Requirements.in(sample);
        BsonNumber yield = said.yield()
                .or(() -> inLims(lims).yield())
                .filter(Orders::isSomething)
                .orElseThrow(() -> new NotFound("Sample " + sampleId + " does not have a expected yield"));
        BsonNumber coverage = said.coverage()
                .or(() -> inLims(lims).coverage())
                .filter(Orders::isSomething)
                .orElseThrow(() -> new NotFound("Sample " + sampleId + " does not have a target coverage"));
        return new Requirements(yield, coverage);
    }

    private static Requirements inLims(Supplier<ClaritySample> lims) {
        return Requirements.inLims(lims.get()::field);
    }

    private static boolean isSomething(BsonNumber number) {
        return number.doubleValue() != 0;
    }

    private static Supplier<ClaritySample> once(Supplier<ClaritySample> question) {
        return new Supplier<>() {
            private @Nullable ClaritySample answer;

            @Override
            public ClaritySample get() {
                answer = answer == null ? question.get() : answer;
                return answer;
            }
        };
    }
}
