package org.egcg.reporting.web.home;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.review.Verdict;
import org.egcg.reporting.run.RunFacts;
import org.egcg.reporting.run.RunState;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.LaneSquare;
import org.egcg.reporting.web.table.NameOrder;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.Verdicts;
import org.egcg.reporting.web.timeline.Elapsed;

/** Runs and samples that wait for a decision, and the verdicts of the newest runs. */
final class Decisions {

    private static final Duration RUNS_CAN_WAIT = Duration.ofDays(2);
    private static final Duration SAMPLES_CAN_WAIT = Duration.ofDays(7);
    private static final int NEWEST = 8;
    private static final String Q30 = "aggregated.pc_q30";

    private final FacilitySnapshot reading;
    private final KnownRuns known;
    private final Map<String, List<BsonDocument>> lanes = new LinkedHashMap<>();

    Decisions(FacilitySnapshot reading) {
        this.reading = reading;
        this.known = new KnownRuns(reading);
        reading.lanes().forEach(lane -> lanes.computeIfAbsent(Bson.text(lane, "run_id"), any -> new ArrayList<>())
                .add(lane));
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        known.trouble().ifPresent(lines::add);
        List<BsonDocument> runs = reading.runs().stream()
                .filter(run -> known.of(run).state() == RunState.TO_REVIEW)
                .sorted(Comparator.comparing(this::waits).reversed())
                .toList();
        if (!runs.isEmpty()) {
            lines.add(runs(runs));
        }
        if (!reading.toReview().isEmpty()) {
            lines.add(samples());
        }
        return lines;
    }

    /** Since when a data set could have been decided on. */
    private Duration waits(BsonDocument dataset) {
        Optional<Instant> processed = Bson.moment(dataset, "aggregated.most_recent_proc.end_date")
                .or(() -> Bson.moment(dataset, "aggregated.most_recent_proc.start_date"))
                .or(() -> Bson.moment(dataset, "_created"));
        return processed.map(since -> Duration.between(since, reading.now())).orElse(Duration.ZERO);
    }

    private Line runs(List<BsonDocument> runs) {
        Duration oldest = waits(runs.get(0));
        List<String> ids = runs.stream().map(run -> Bson.text(run, "run_id")).toList();
        List<Item> items = ids.stream()
                .limit(Line.SHOWN)
                .map(id -> new Item(id, lanesInWords(id), TableLinks.page("run", id)))
                .toList();
        return new Line(
                oldest.compareTo(RUNS_CAN_WAIT) > 0 ? Urgency.URGENT : Urgency.SOON,
                runs.size(),
                "Runs finished and not reviewed",
                "Oldest finished " + Elapsed.age(oldest) + " ago",
                oldest,
                items,
                TableLinks.list("run", ids));
    }

    private String lanesInWords(String run) {
        List<BsonDocument> all = lanes.getOrDefault(run, List.of());
        long outside = all.stream()
                .filter(lane -> verdict(lane) instanceof Verdict.Fail)
                .count();
        long empty = all.stream()
                .filter(lane -> verdict(lane) instanceof Verdict.NoData)
                .count();
        return Quantity.count(all.size(), "lane")
                + (outside > 0 ? ", " + outside + " outside limits" : empty > 0 ? "" : ", all within limits")
                + (empty > 0 ? ", " + empty + " without data yet" : "");
    }

    private Optional<Review> review(BsonDocument lane) {
        return Optional.ofNullable(reading.reviews().get(Bson.text(lane, "lane_id")));
    }

    private Verdict verdict(BsonDocument lane) {
        return review(lane).map(Review::verdict).orElseGet(Verdict.NoData::new);
    }

    private Line samples() {
        Duration oldest = reading.toReview().stream()
                .map(this::waits)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long passed = reading.toReview().stream()
                .filter(sample -> Bson.text(sample, "reviewed").equals("pass"))
                .count();
        Map<String, Integer> projects = new LinkedHashMap<>();
        reading.toReview().forEach(sample -> projects.merge(Bson.text(sample, "project_id"), 1, Integer::sum));
        List<Item> items = projects.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(NameOrder.NATURAL)))
                .limit(Line.SHOWN)
                .map(project -> new Item(
                        project.getKey(), Quantity.count(project.getValue(), "sample"), undecided(project.getKey())))
                .toList();
        return new Line(
                oldest.compareTo(SAMPLES_CAN_WAIT) > 0 ? Urgency.URGENT : Urgency.SOON,
                reading.toReview().size(),
                "Samples to review",
                "Oldest waiting for " + Elapsed.age(oldest) + "; " + Quantity.count(passed)
                        + " passed the automatic review",
                oldest,
                items,
                "/samples/toreview");
    }

    private static String undecided(String project) {
        return TableLinks.page("project", project) + "?f.useable=not+marked&f.proc_status=finished#t-report";
    }

    /** The runs that were started last, of which the LIMS may know some before the pipelines do. */
    List<NewRun> newest() {
        Map<String, BsonDocument> stored = new LinkedHashMap<>();
        reading.runs().forEach(run -> stored.put(Bson.text(run, "run_id"), run));
        return known.all().stream()
                .sorted(RunFacts.NEWEST_FIRST)
                .limit(NEWEST)
                .map(run -> newRun(run, stored.getOrDefault(run.id().text(), new BsonDocument())))
                .toList();
    }

    private NewRun newRun(RunFacts run, BsonDocument stored) {
        String id = run.id().text();
        double q30 = Bson.number(stored, "aggregated.pc_q30").orElse(Double.NaN);
        return new NewRun(
                id,
                TableLinks.page("run", id),
                lanes.getOrDefault(id, List.of()).stream().map(this::square).toList(),
                Double.isNaN(q30) ? "" : Kind.PERCENTAGE.text(q30),
                isLow(id),
                run.state().word(),
                Verdicts.style(run.state().word()));
    }

    /** Whether a lane of the run misses its limit of Q30. */
    private boolean isLow(String run) {
        return lanes.getOrDefault(run, List.of()).stream()
                .flatMap(lane -> review(lane).flatMap(found -> found.of(Q30)).stream())
                .anyMatch(finding -> finding.standing() == Standing.FAIL);
    }

    private LaneSquare square(BsonDocument lane) {
        return LaneSquare.of(lane, verdict(lane));
    }
}
