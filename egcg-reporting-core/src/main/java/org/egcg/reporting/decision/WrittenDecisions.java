package org.egcg.reporting.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;

/** Tells decisions that were written from those that were refused or taken back; the trail knows of what stands no more. */
final class WrittenDecisions {

    private static final int AT_ONCE = 200;
    private static final int MOST = 20_000;

    /** Dates of decisions are local times, and those of the trail are not. */
    private static final Duration ZONES = Duration.ofDays(1);

    private final Trail trail;

    WrittenDecisions(Trail trail) {
        this.trail = trail;
    }

    /** @param stored documents as they are now */
    List<Decided> of(List<Decided> decided, Map<ObjectId, BsonDocument> stored) {
        List<Decided> doubtful = decided.stream()
                .filter(one -> !one.standsIn(stored.getOrDefault(one.document(), new BsonDocument())))
                .toList();
        if (doubtful.isEmpty()) {
            return decided;
        }
        Optional<Instant> reaches = trail.oldest().map(moment -> moment.plus(ZONES));
        Map<ObjectId, List<TrailEntry>> entries = entries(doubtful);
        Set<Decided> left = doubtful.stream()
                .filter(one -> !counts(one, entries.getOrDefault(one.document(), List.of()), reaches))
                .collect(Collectors.toSet());
        return decided.stream().filter(one -> !left.contains(one)).toList();
    }

    private Map<ObjectId, List<TrailEntry>> entries(List<Decided> doubtful) {
        List<ObjectId> ids = doubtful.stream().map(Decided::document).distinct().toList();
        List<TrailEntry> entries = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Set<ObjectId> some = Set.copyOf(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            entries.addAll(trail.list(TrailQuestion.ALL.about("", "", some), MOST));
        }
        return entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.document().orElseThrow()));
    }

    /** What the trail does not know any more is believed. */
    private static boolean counts(Decided one, List<TrailEntry> entries, Optional<Instant> reaches) {
        boolean known = reaches.filter(
                        moment -> moment.toEpochMilli() < one.date().getValue())
                .isPresent();
        boolean happened = entries.stream().anyMatch(entry -> one.isDatedAs(entry.after()));
        boolean undone = entries.stream()
                .anyMatch(entry -> entry.origin().action().equals("undo") && one.isDatedAs(entry.before()));
        return !undone && (happened || !known);
    }
}
