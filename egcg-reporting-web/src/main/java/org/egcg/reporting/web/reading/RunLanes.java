package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.table.CellValue;
import org.egcg.reporting.web.table.LaneSquare;
import org.egcg.reporting.web.table.Rows;

/** What came of the lanes of some runs. */
@ApplicationScoped
public class RunLanes {

    private static final int AT_ONCE = 500;

    private static final Comparator<BsonDocument> BY_NUMBER =
            Comparator.comparing(lane -> Bson.number(lane, "lane_number").orElse(0));

    @Inject
    private Records records;

    @Inject
    private PageSettings pages;

    /** A square for each lane of each of the runs, by their names; none while the store does not answer. */
    public Map<String, CellValue> of(List<String> runs) {
        Map<String, CellValue> squares = new LinkedHashMap<>();
        try {
            for (int from = 0; from < runs.size(); from += AT_ONCE) {
                lanes(runs.subList(from, Math.min(runs.size(), from + AT_ONCE)))
                        .forEach((run, lanes) -> squares.put(run, squares(lanes)));
            }
        } catch (Unavailable away) {
            return Map.of();
        }
        return squares;
    }

    private CellValue squares(List<BsonDocument> lanes) {
        return new CellValue.Lanes(lanes.stream()
                .sorted(BY_NUMBER)
                .map(lane -> LaneSquare.of(lane, pages.reviews().lane(lane).verdict()))
                .toList());
    }

    private Map<String, List<BsonDocument>> lanes(List<String> runs) {
        List<BsonDocument> lanes = new ArrayList<>();
        try (Documents found = records.open("lanes", request(pages.reviews(), Criteria.in("run_id", runs)))) {
            while (found.hasNext()) {
                lanes.add(Rows.decoded(found.next()));
            }
        }
        return lanes.stream().collect(Collectors.groupingBy(lane -> Bson.text(lane, "run_id")));
    }

    private static ReadRequest request(Reviews reviews, Where where) {
        return ReadRequest.everything()
                .matching(where)
                .showing(ReviewProjection.of(
                        reviews, Subject.LANE, "run_id", "lane_id", "lane_number", "aggregated.review_statuses"));
    }
}
