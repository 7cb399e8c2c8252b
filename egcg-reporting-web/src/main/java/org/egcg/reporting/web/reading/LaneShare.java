package org.egcg.reporting.web.reading;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Rows;

/**
 * Which part of a lane's reads a barcode has. It is worked out of reads, because pipelines send the part they know
 * sometimes as a fraction and sometimes in per cent.
 */
public final class LaneShare {

    private static final String SHARE = "pc_reads_in_lane";
    private static final FieldPath OF_LANE = FieldPath.of("aggregated.passing_filter_reads");
    private static final double HUNDRED = 100;

    private LaneShare() {}

    /** The same documents of lanes, with that part in per cent wherever the lane's reads are known. */
    public static Source of(Source source, List<BsonDocument> lanes) {
        return new Source(source.dependency(), () -> documents(source).stream()
                .map(document -> with(document, lanes))
                .iterator());
    }

    private static List<BsonDocument> documents(Source source) {
        Iterator<? extends BsonDocument> found = source.documents().get();
        List<BsonDocument> all = new java.util.ArrayList<>();
        if (found instanceof Documents open) {
            all.addAll(open.list());
        } else {
            found.forEachRemaining(all::add);
        }
        return all;
    }

    private static BsonDocument with(BsonDocument stored, List<BsonDocument> lanes) {
        BsonDocument document = Rows.decoded(stored);
        Optional<Double> all = lane(lanes, document).flatMap(lane -> number(OF_LANE.in(lane)));
        Optional<Double> part = number(document.get("passing_filter_reads"));
        if (all.filter(reads -> reads > 0).isPresent() && part.isPresent()) {
            document.put(SHARE, new BsonDouble(part.get() / all.get() * HUNDRED));
        }
        return document;
    }

    private static Optional<Double> number(BsonValue value) {
        return value != null && value.isNumber() ? Optional.of(value.asNumber().doubleValue()) : Optional.empty();
    }

    /** The lane that a run element or a barcode is of, among those of its run. */
    public static Optional<BsonDocument> lane(List<BsonDocument> lanes, BsonDocument document) {
        Optional<Double> number = number(document.get("lane"));
        return lanes.stream()
                .filter(lane -> number.isPresent() && number.equals(number(lane.get("lane_number"))))
                .findFirst();
    }
}
