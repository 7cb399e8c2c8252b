package org.egcg.reporting.testkit.storm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.testkit.storm.Op.Kind;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;

/**
 * Compares the trail with a ledger and with what is stored: what was acknowledged is in it; every entry is of a write that was
 * acknowledged, or was not answered, and says what that wrote; the entries of a document follow one another, and make the
 * document that is stored.
 */
public final class TrailAudit {

    private static final Set<String> BESIDE = Set.of("_id", "_etag", "_updated", "aggregated");

    private final Ledger ledger;
    private final Reporting reporting;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Op> acknowledged = new HashMap<>();
    private final Map<ObjectId, List<TrailEntry>> byDocument = new LinkedHashMap<>();
    private final Set<String> etags = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();

    private TrailAudit(Ledger ledger, Reporting reporting) {
        this.ledger = ledger;
        this.reporting = reporting;
        ledger.all()
                .forEach(op ->
                        ledger.etag(op).filter(etag -> !etag.isEmpty()).ifPresent(etag -> acknowledged.put(etag, op)));
    }

    /** Everything that is wrong, in sentences; empty if nothing is. */
    public static List<String> problems(Ledger ledger, Reporting reporting) {
        TrailAudit audit = new TrailAudit(ledger, reporting);
        List<TrailEntry> entries = new ArrayList<>(reporting.trail().list(TrailQuestion.ALL, Integer.MAX_VALUE));
        Collections.reverse(entries);
        entries.forEach(audit::take);
        ledger.all().forEach(audit::examine);
        if (entries.size() > ledger.acknowledged() + ledger.unknown() || entries.size() < ledger.acknowledged()) {
            audit.problems.add(entries.size() + " entries of " + ledger);
        }
        audit.byDocument.values().forEach(audit::follow);
        audit.compare();
        return audit.problems;
    }

    private void take(TrailEntry entry) {
        byDocument
                .computeIfAbsent(entry.document().orElseThrow(), first -> new ArrayList<>())
                .add(entry);
        if (entry.change().equals("deleted")) {
            if (!deleted.add(entry.previous())) {
                problems.add("deleted twice: " + entry);
            }
        } else if (!etags.add(entry.etag())) {
            problems.add("written twice: " + entry);
        }
        if (!isOfAWrite(entry)) {
            problems.add("not of any write: " + entry);
        }
    }

    private boolean isOfAWrite(TrailEntry entry) {
        Op op = acknowledged.get(entry.etag());
        return op != null
                ? isOf(op, entry)
                : ledger.all().stream().anyMatch(other -> isOf(other, entry) && mayBe(other));
    }

    private static boolean isOf(Op op, TrailEntry entry) {
        return op.resource().equals(entry.resource())
                && op.name().equals(entry.name())
                && op.before().orElse("").equals(entry.previous())
                && (op.kind() == Kind.DELETE) == entry.change().equals("deleted");
    }

    /** Whether it may have been written though no etag was told. */
    private boolean mayBe(Op op) {
        return ledger.isUnknown(op) || (op.kind() == Kind.DELETE && !ledger.isRefused(op));
    }

    private void examine(Op op) {
        if (op.kind() == Kind.DELETE && ledger.etag(op).isPresent()) {
            if (!deleted.contains(op.before().orElseThrow())) {
                problems.add("deleted and not in the trail: " + op);
            }
        } else {
            ledger.etag(op)
                    .filter(etag -> !etag.isEmpty() && !etags.contains(etag))
                    .ifPresent(etag -> problems.add("acknowledged and not in the trail: " + op));
        }
    }

    private void follow(List<TrailEntry> entries) {
        String version = "";
        for (TrailEntry entry : entries) {
            if (!entry.previous().equals(version)) {
                problems.add("does not follow " + version + ": " + entry);
            }
            version = entry.etag();
        }
    }

    private void compare() {
        Map<ObjectId, BsonDocument> stored = new HashMap<>();
        Universe.resources().forEach(resource -> reporting
                .reader()
                .find(reporting.schema(resource), new BsonDocument())
                .forEach(document -> stored.put(document.getObjectId("_id").getValue(), document)));
        byDocument.forEach((id, entries) -> {
            BsonDocument rebuilt = rebuilt(entries);
            BsonDocument there = new BsonDocument();
            there.putAll(stored.getOrDefault(id, new BsonDocument()));
            there.keySet().removeAll(BESIDE);
            if (!there.equals(rebuilt)) {
                problems.add("is " + there + " and would be rebuilt as " + rebuilt);
            }
        });
        stored.keySet().stream()
                .filter(id -> !byDocument.containsKey(id))
                .forEach(id -> problems.add("stored and not in the trail: " + id));
    }

    /** On the way every version is compared with what its writer sent. */
    private BsonDocument rebuilt(List<TrailEntry> entries) {
        BsonDocument rebuilt = new BsonDocument();
        for (TrailEntry entry : entries) {
            rebuilt.keySet().removeAll(entry.before().keySet());
            rebuilt.putAll(entry.after());
            Op op = acknowledged.get(entry.etag());
            if (op != null) {
                op.body().forEach((field, sent) -> {
                    if (!Audit.same(rebuilt.get(field), sent)) {
                        problems.add("other than written: " + field + " after " + op + ", " + entry);
                    }
                });
            }
        }
        return rebuilt;
    }
}
