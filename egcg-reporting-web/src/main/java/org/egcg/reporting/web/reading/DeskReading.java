package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.sample.SampleKinds;
import org.egcg.reporting.web.desk.DeskKind;
import org.egcg.reporting.web.desk.DeskQueue;
import org.egcg.reporting.web.desk.Waiting;

/**
 * What waits for a decision: lanes with a run element of which it is not known whether it may be used, unless a pipeline
 * still works on their run; and the samples of the list {@link SampleView#TO_REVIEW}.
 */
@ApplicationScoped
public class DeskReading {

    private static final String PROCESS = "aggregated.most_recent_proc.";

    /** Pipelines put reads of barcodes that were not ordered into this project, which is none. */
    private static final String UNKNOWN_BARCODES = "default";

    @Inject
    private Records records;

    @Inject
    private SampleRecords samples;

    /** As of now. */
    public DeskQueue queue() {
        Instant now = Instant.now();
        return new DeskQueue(Stream.concat(lanes(now), samples(now)).toList());
    }

    private List<BsonDocument> stored(String resource, Where where, String... fields) {
        Projection projection = new Projection(Optional.of(new LinkedHashSet<>(Arrays.asList(fields))), Set.of());
        return records.open(resource, ReadRequest.everything().matching(where).showing(projection))
                .list();
    }

    private Stream<Waiting> samples(Instant now) {
        return stored(
                        "samples",
                        SampleView.TO_REVIEW.where(),
                        "_created",
                        "sample_id",
                        "project_id",
                        SampleKinds.FIELD,
                        PROCESS + "start_date",
                        PROCESS + "end_date")
                .stream()
                .filter(sample -> !samples.isControl(sample))
                .map(sample -> new Waiting(
                        DeskKind.SAMPLES,
                        Bson.text(sample, "sample_id"),
                        List.of(Bson.text(sample, "project_id")),
                        since(sample, sample),
                        now));
    }

    private Stream<Waiting> lanes(Instant now) {
        List<BsonDocument> lanes = stored(
                "lanes",
                Criteria.equal("aggregated.useable_statuses", "not marked"),
                "_created",
                "lane_id",
                "run_id",
                "aggregated.project_ids");
        Map<String, BsonDocument> runs = runs(lanes);
        return lanes.stream()
                .filter(lane -> isFinished(run(lane, runs)))
                .map(lane -> new Waiting(
                        DeskKind.LANES,
                        Bson.text(lane, "lane_id"),
                        Bson.texts(lane, "aggregated.project_ids").stream()
                                .filter(project -> !project.equals(UNKNOWN_BARCODES))
                                .toList(),
                        since(run(lane, runs), lane),
                        now));
    }

    private static BsonDocument run(BsonDocument lane, Map<String, BsonDocument> runs) {
        return runs.getOrDefault(Bson.text(lane, "run_id"), new BsonDocument());
    }

    private Map<String, BsonDocument> runs(List<BsonDocument> lanes) {
        List<String> ids =
                lanes.stream().map(lane -> Bson.text(lane, "run_id")).distinct().toList();
        Map<String, BsonDocument> runs = new HashMap<>();
        if (!ids.isEmpty()) {
            stored(
                            "runs",
                            Criteria.in("run_id", ids),
                            "run_id",
                            PROCESS + "status",
                            PROCESS + "start_date",
                            PROCESS + "end_date")
                    .forEach(run -> runs.put(Bson.text(run, "run_id"), run));
        }
        return runs;
    }

    /** A facility without pipelines of this kind reports none. */
    private static boolean isFinished(BsonDocument run) {
        String status = Bson.text(run, PROCESS + "status");
        return status.isEmpty() || status.equals("finished");
    }

    private static Instant since(BsonDocument dataset, BsonDocument document) {
        return Bson.moment(dataset, PROCESS + "end_date")
                .or(() -> Bson.moment(dataset, PROCESS + "start_date"))
                .or(() -> Bson.moment(document, "_created"))
                .orElse(Instant.EPOCH);
    }
}
