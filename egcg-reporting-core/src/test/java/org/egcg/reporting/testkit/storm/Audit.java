package org.egcg.reporting.testkit.storm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.aggregation.RecomputationProgress;
import org.egcg.reporting.testkit.storm.Op.Kind;

/**
 * Compares a quiet store with a ledger: every aggregate is what recomputation makes it, every acknowledged write is
 * there or was followed by another of the same document, no version was followed by two, nothing refused is there.
 */
public final class Audit {

    private static final Set<String> DEFAULTS =
            Set.of("reviewed", "useable", "delivered", "input_fastqs_deleted", "data_deleted");

    private final Ledger ledger;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, BsonDocument> storedByEtag = new HashMap<>();
    private final Map<String, Op> byEtag = new HashMap<>();
    private final Map<String, Op> followers = new HashMap<>();

    private Audit(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Everything that is wrong, in sentences; empty if nothing is. */
    public static List<String> problems(Ledger ledger, Reporting reporting) {
        Audit audit = new Audit(ledger);
        reporting
                .recomputation(2)
                .check(
                        reporting.recomputation(2).everything(),
                        RecomputationProgress.IGNORED,
                        difference -> audit.problems.add("stale: " + difference));
        Universe.resources().forEach(resource -> reporting
                .reader()
                .find(reporting.schema(resource), new BsonDocument())
                .forEach(audit::store));
        ledger.all().forEach(audit::index);
        ledger.all().forEach(audit::examine);
        return List.copyOf(audit.problems);
    }

    private void store(BsonDocument document) {
        BsonDocument open = new BsonDocument();
        open.putAll(document);
        storedByEtag.put(open.getString("_etag").getValue(), open);
    }

    private void index(Op op) {
        Optional<String> etag = ledger.etag(op);
        etag.filter(given -> !given.isEmpty()).ifPresent(given -> byEtag.put(given, op));
        if (op.before().isPresent() && !ledger.isRefused(op)) {
            Op other = followers.put(op.before().get(), op);
            if (other != null && etag.isPresent() && ledger.etag(other).isPresent()) {
                problems.add("lost update: both were acknowledged: " + other + " and " + op);
            }
        }
    }

    private void examine(Op op) {
        if (ledger.isRefused(op)) {
            examineRefused(op);
        }
        Optional<String> etag = ledger.etag(op).filter(given -> !given.isEmpty());
        if (etag.isPresent()) {
            BsonDocument stored = storedByEtag.get(etag.get());
            if (stored == null && !followers.containsKey(etag.get())) {
                problems.add("acknowledged and not there: " + op);
            } else if (stored != null) {
                expected(op, new HashSet<>()).ifPresent(expected -> compare(op, stored, expected));
            }
        }
        if (op.kind() == Kind.DELETE
                && ledger.etag(op).isPresent()
                && storedByEtag.containsKey(op.before().orElseThrow())) {
            problems.add("deleted and there: " + op);
        }
    }

    private void examineRefused(Op op) {
        Universe.marker(op.resource())
                .map(op.body()::get)
                .filter(mark -> storedByEtag.values().stream()
                        .anyMatch(stored -> mark.equals(
                                stored.get(Universe.marker(op.resource()).orElseThrow()))))
                .ifPresent(mark -> problems.add("refused and there: " + op));
    }

    /** What a document must be after a write, if everything that led to it is known. */
    private Optional<BsonDocument> expected(Op op, Set<String> seen) {
        if (op.kind() != Kind.PATCH) {
            return Optional.of(op.body());
        }
        Op before = byEtag.get(op.before().orElseThrow());
        if (before == null || !seen.add(op.id())) {
            return Optional.empty();
        }
        return expected(before, seen).map(document -> {
            BsonDocument merged = document.clone();
            merged.putAll(op.body());
            return merged;
        });
    }

    private void compare(Op op, BsonDocument stored, BsonDocument expected) {
        Set<String> fields = new HashSet<>(expected.keySet());
        stored.keySet().stream()
                .filter(field -> !field.startsWith("_") && !field.equals("aggregated") && !DEFAULTS.contains(field))
                .forEach(fields::add);
        for (String field : fields) {
            if (!same(stored.get(field), expected.get(field))) {
                problems.add("other than written: " + field + " of " + stored + " after " + op);
            }
        }
    }

    static boolean same(BsonValue left, BsonValue right) {
        return (isNumber(left) && isNumber(right))
                ? left.asNumber().doubleValue() == right.asNumber().doubleValue()
                : Objects.equals(left, right);
    }

    private static boolean isNumber(BsonValue value) {
        return value != null && value.isNumber();
    }
}
