package org.egcg.reporting.embedded.example;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** What does not fit together in the example, one of each kind that happens: the page of inconsistencies shows it. */
final class Misfits {

    private static final String DELETED = "250311_M04034_0451_000000000-KR7LM";

    private final List<PlannedRun> runs;

    Misfits(Plan plan) {
        this.runs =
                plan.runs().stream().filter(run -> run.fate() == Fate.DELIVERED).toList();
    }

    private PlannedRun of(String instrument, int index) {
        return runs.stream()
                .filter(run -> run.sequencer().instrument().equals(instrument))
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    /** A lane that was posted again under another id, and lanes that were left when their run was deleted. */
    List<BsonDocument> into(List<BsonDocument> lanes) {
        List<BsonDocument> all = new ArrayList<>(lanes);
        String missing = of("NB501582", 6).id() + "_3";
        all.removeIf(lane -> lane.getString("lane_id").getValue().equals(missing));
        String posted = of("A00718", 5).id() + "_2";
        all.stream()
                .filter(lane -> lane.getString("lane_id").getValue().equals(posted))
                .findFirst()
                .ifPresent(lane -> all.add(lane.clone().append("lane_id", new BsonString(posted + "_resequenced"))));
        all.add(new Draft()
                .with("lane_id", DELETED + "_1")
                .with("run_id", DELETED)
                .with("lane_number", 1)
                .done());
        return all;
    }

    /** A run element that was posted under two ids, and one of whose reads more pass than there are. */
    List<BsonDocument> intoElements(List<BsonDocument> elements) {
        List<BsonDocument> all = new ArrayList<>(elements);
        BsonDocument first = firstOf(elements, of("NB501582", 3));
        String name = first.getString("run_element_id").getValue();
        all.add(first.clone().append("run_element_id", new BsonString(name + "_2")));
        BsonDocument impossible = firstOf(elements, of("M04034", 17));
        long passing = impossible.getInt64("passing_filter_reads").getValue();
        impossible.append("total_reads", new BsonInt64(passing / 2));
        return all;
    }

    private static BsonDocument firstOf(List<BsonDocument> elements, PlannedRun run) {
        return elements.stream()
                .filter(element -> element.getString("run_id").getValue().equals(run.id()))
                .findFirst()
                .orElseThrow();
    }

    /** An execution of a pipeline whose end was never reported. */
    BsonDocument process() {
        PlannedRun run = of("E00397", 8);
        LocalDateTime again = run.sequenced().plusDays(1);
        return PlannedRunDocuments.process(run)
                .append("proc_id", new BsonString("run_" + run.id() + "_" + Draft.at(again)))
                .append("status", new BsonString("processing"))
                .append("start_date", new BsonString(Draft.at(again)));
    }

    /** A sample that is not in the LIMS. */
    String unknownToLims() {
        return of("M04034", 11).samples().get(4).id();
    }
}
