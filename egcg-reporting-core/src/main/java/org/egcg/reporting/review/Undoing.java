package org.egcg.reporting.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;

/** Takes back what an action has written, as a whole, by what the trail knows of it. */
final class Undoing {

    private static final Set<String> REVIEWS = Set.of(
            "manual_review", "automatic_run_review", "automatic_sample_review", "automatic_rapid_review", "undo");

    private final LabRecords records;
    private final Trail trail;

    Undoing(LabRecords records, Trail trail) {
        this.records = records;
        this.trail = trail;
    }

    /**
     * Takes an action back.
     *
     * @return the changes that were taken back
     * @throws NotFound if there is no such action
     * @throws Conflict if it has written nothing that the trail still knows, or something else than reviews
     * @throws org.egcg.reporting.error.ReportingException.EtagMismatch if a document has changed since
     */
    List<TrailEntry> undo(String actionId) {
        BsonDocument action = records.named("actions", "action_id", actionId).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("No data found for action id " + actionId + "."));
        if (!REVIEWS.contains(Judged.text(action, "action_type"))) {
            throw new Conflict("Action " + actionId + " cannot be taken back.");
        }
        List<TrailEntry> written = written(action);
        if (written.isEmpty()) {
            throw new Conflict("Action " + actionId + " has changed nothing, or that is known no more.");
        }
        Map<String, List<TrailEntry>> byResource = written.stream()
                .collect(Collectors.groupingBy(TrailEntry::resource, TreeMap::new, Collectors.toList()));
        if (byResource.size() > 1) {
            throw new Conflict("Action " + actionId + " has changed documents of several kinds.");
        }
        byResource.forEach(records::takeBack);
        return written;
    }

    private List<TrailEntry> written(BsonDocument action) {
        return trail
                .of(
                        action.getObjectId("_id").getValue(),
                        action.getString("_etag").getValue())
                .map(entry -> entry.origin().work())
                .filter(work -> !work.isEmpty())
                .map(work -> trail.list(TrailQuestion.ofWork(work), Integer.MAX_VALUE))
                .orElse(List.of())
                .stream()
                .filter(entry -> !entry.resource().equals("actions"))
                .toList();
    }
}
