package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.Snapshot;

/**
 * Computes the aggregates of stored documents anew. Each is written only if nothing was written to the document since
 * it was read, else it is read again: so what stands in the end saw every write that came before it.
 */
final class Renewal {

    private static final int VALUES_PER_QUESTION = 500;

    private record Key(String resource, BsonValue id) {}

    private final DocumentStore store;
    private final Relations relations;
    private final SingleFlight<Key> turns = new SingleFlight<>();

    Renewal(DocumentStore store, Relations relations) {
        this.store = store;
        this.relations = relations;
    }

    /** Renews the targets and what they feed, each document once. */
    void renew(Collection<AffectedDocuments> targets) {
        Set<AffectedDocuments> due = new LinkedHashSet<>(targets);
        for (Relation relation : relations.all()) {
            Set<AffectedDocuments> here = due.stream()
                    .filter(target -> target.resource().equals(relation.resource()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            due.addAll(renew(relation, here));
        }
    }

    /** Answers what the renewed documents feed in their turn. */
    private Set<AffectedDocuments> renew(Relation relation, Set<AffectedDocuments> targets) {
        Set<AffectedDocuments> fed = new LinkedHashSet<>();
        if (targets.stream().anyMatch(AffectedDocuments::isAll)) {
            ids(relation.resource()).forEach(id -> renewDocument(relation.resource(), id));
            relations
                    .parentsOf(relation.resource())
                    .forEach(parent -> fed.add(AffectedDocuments.all(parent.resource())));
            return fed;
        }
        Set<BsonValue> done = new LinkedHashSet<>();
        questions(targets).forEach((question, asked) -> {
            for (Snapshot found : store.snapshots(relation.resource(), question)) {
                BsonDocument document = found.document();
                if (asked.matches(document) && done.add(document.get("_id"))) {
                    turns.take(
                            new Key(relation.resource(), document.get("_id")),
                            waited -> renew(relation, found, waited));
                    fed.addAll(relations.fedBy(relation.resource(), document));
                }
            }
        });
        return fed;
    }

    private List<BsonValue> ids(String resource) {
        Find all = Find.in(resource).only(new BsonDocument("_id", new BsonInt32(1)));
        return store.find(all).list().stream()
                .map(document -> document.get("_id"))
                .toList();
    }

    /** The targets whose first field has one of these values. */
    private record Asked(String field, Map<BsonValue, List<AffectedDocuments>> byValue) {
        boolean matches(BsonDocument document) {
            return byValue.getOrDefault(document.get(field), List.of()).stream()
                    .anyMatch(target -> target.matches(document));
        }
    }

    /** One question per few hundred values of the targets' first field; what it finds too much is sorted out after. */
    private static Map<BsonDocument, Asked> questions(Set<AffectedDocuments> targets) {
        Map<String, List<AffectedDocuments>> byField = targets.stream()
                .collect(Collectors.groupingBy(target -> target.values().getFirstKey()));
        Map<BsonDocument, Asked> questions = new LinkedHashMap<>();
        byField.forEach((field, here) -> {
            Map<BsonValue, List<AffectedDocuments>> byValue = here.stream()
                    .collect(Collectors.groupingBy(target -> target.values().get(field)));
            Asked asked = new Asked(field, byValue);
            List<BsonValue> values = List.copyOf(byValue.keySet());
            for (int from = 0; from < values.size(); from += VALUES_PER_QUESTION) {
                BsonArray part =
                        new BsonArray(values.subList(from, Math.min(values.size(), from + VALUES_PER_QUESTION)));
                questions.put(
                        new BsonDocument(field, part.size() == 1 ? part.get(0) : new BsonDocument("$in", part)), asked);
            }
        });
        return questions;
    }

    /** Renews one document by its id; nothing happens if it is gone or adds up to nothing. */
    void renewDocument(String resource, BsonValue id) {
        relations
                .of(resource)
                .ifPresent(relation -> turns.take(new Key(resource, id), waited -> snapshot(resource, id)
                        .ifPresent(found -> renew(relation, found, false))));
    }

    private Optional<Snapshot> snapshot(String resource, BsonValue id) {
        return store.snapshots(resource, new BsonDocument("_id", id)).stream().findFirst();
    }

    private void renew(Relation relation, Snapshot known, boolean outOfDate) {
        BsonValue id = known.document().get("_id");
        Optional<Snapshot> current = outOfDate ? snapshot(relation.resource(), id) : Optional.of(known);
        // A refused write means that the document was written to meanwhile: its children may be others now, so all
        // is read again. Each round of ours that fails is one of another writer that succeeded, so it ends.
        while (current.isPresent() && !written(relation, current.get())) {
            current = snapshot(relation.resource(), id);
        }
    }

    private boolean written(Relation relation, Snapshot snapshot) {
        return store.writeAggregated(relation.resource(), snapshot, aggregated(relation, snapshot.document()));
    }

    /** What {@code aggregated} of a document has to be, given what is stored now. */
    BsonDocument aggregated(Relation relation, BsonDocument document) {
        BsonDocument entity = Bson.copy(document);
        relation.sources().forEach(source -> gather(source, document, entity));
        return relation.aggregate(entity);
    }

    private void gather(GatheredChildren source, BsonDocument parent, BsonDocument entity) {
        BsonArray children = children(source, parent);
        for (Gathering gathering : source.lists()) {
            BsonArray members = new BsonArray();
            children.stream()
                    .filter(child -> gathering.join().accepts(child.asDocument()))
                    .forEach(members::add);
            entity.put(gathering.name(), members);
        }
    }

    private BsonArray children(GatheredChildren source, BsonDocument parent) {
        Optional<BsonDocument> filter = source.join().childrenOf(parent);
        if (filter.isEmpty()) {
            return new BsonArray();
        }
        Find question = Find.in(source.resource()).matching(filter.get()).only(source.projection());
        try (Documents children = store.find(question)) {
            BsonArray all = new BsonArray();
            children.forEachRemaining(child -> all.add(open(child)));
            return all;
        }
    }

    /** Decoded once, as expressions look at the same child many times. */
    private static BsonDocument open(BsonDocument child) {
        return Bson.copy(child);
    }
}
