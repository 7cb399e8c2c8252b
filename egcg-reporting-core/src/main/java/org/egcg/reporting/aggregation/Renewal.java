package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.Contribution.Wish;
import org.egcg.reporting.aggregation.KeptTallies.Kept;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.Snapshot;

/**
 * Computes the aggregates of stored documents anew. Each is written only if nothing was written to the document since
 * it was read, else it is read again: so what stands in the end saw every write that came before it. Where this process
 * knows what the children came to at that revision, it counts the writes' changes; else it reads all children.
 */
final class Renewal {

    private final DocumentStore store;
    private final Relations relations;
    private final Children children;
    private final SingleFlight<KeptTallies.Key, Wish, Optional<BsonDocument>> turns = new SingleFlight<>();
    private final KeptTallies kept = new KeptTallies();

    Renewal(DocumentStore store, Relations relations, WritesUnderWay writes) {
        this.store = store;
        this.relations = relations;
        this.children = new Children(store, writes);
    }

    /** Renews the targets and what they feed, each document once. */
    void renew(Collection<AffectedDocuments> targets, Contribution write) {
        Set<AffectedDocuments> due = new LinkedHashSet<>(targets);
        for (Relation relation : relations.all()) {
            Set<AffectedDocuments> here = due.stream()
                    .filter(target -> target.resource().equals(relation.resource()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            due.addAll(renew(relation, here, write));
        }
    }

    /** Answers what the renewed documents feed in their turn. */
    private Set<AffectedDocuments> renew(Relation relation, Set<AffectedDocuments> targets, Contribution write) {
        if (targets.stream().anyMatch(AffectedDocuments::isAll)) {
            return renewAll(relation);
        }
        Optional<KeptTallies.Key> known =
                targets.size() == 1 ? kept.named(targets.iterator().next()) : Optional.empty();
        return known.isPresent()
                ? renewKnown(relation, targets.iterator().next(), known.get(), write)
                : renewFound(relation, targets, write);
    }

    /**
     * Spares the question which document is meant: if it could be written at the revision that this process knows, it is
     * still called as it was, and no other can be. If not, the store is asked, and all children are read, since the write's
     * changes may have been counted already.
     */
    private Set<AffectedDocuments> renewKnown(
            Relation relation, AffectedDocuments target, KeptTallies.Key key, Contribution write) {
        Optional<BsonDocument> renewed = turns.take(
                        key,
                        write.to(List.of(target)),
                        (wishes, waited) -> renew(relation, key, Optional.empty(), wishes))
                .filter(target::matches);
        if (renewed.isPresent()) {
            return relations.fedByAggregates(relation.resource(), renewed.get());
        }
        kept.forget(target);
        return renewFound(relation, Set.of(target), Contribution.unclear());
    }

    private Set<AffectedDocuments> renewFound(Relation relation, Set<AffectedDocuments> targets, Contribution write) {
        Set<AffectedDocuments> fed = new LinkedHashSet<>();
        TargetQueries questions = new TargetQueries(targets);
        Contribution counted = questions.areDisjoint() ? write : Contribution.unclear();
        Set<BsonValue> done = new LinkedHashSet<>();
        questions.byFilter().forEach((question, asked) -> store.snapshots(relation.resource(), question)
                .forEach(found -> {
                    List<AffectedDocuments> meant = asked.matching(found.document());
                    if (!meant.isEmpty() && done.add(found.document().get("_id"))) {
                        renew(relation, found, counted.to(meant));
                        fed.addAll(relations.fedByAggregates(relation.resource(), found.document()));
                    }
                }));
        return fed;
    }

    private Set<AffectedDocuments> renewAll(Relation relation) {
        ids(relation.resource()).forEach(id -> renewDocument(relation.resource(), id));
        return relations.readersOf(relation.resource()).stream()
                .map(parent -> AffectedDocuments.all(parent.resource()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<BsonValue> ids(String resource) {
        Find all = Find.in(resource).only(new BsonDocument("_id", new BsonInt32(1)));
        return store.find(all).list().stream()
                .map(document -> document.get("_id"))
                .toList();
    }

    /** Renews one document by its id; nothing happens if it is gone or adds up to nothing. */
    void renewDocument(String resource, BsonValue id) {
        relations.of(resource).ifPresent(relation -> snapshot(resource, id)
                .ifPresent(found -> renew(relation, found, Contribution.nothingKnown())));
    }

    private Optional<Snapshot> snapshot(String resource, BsonValue id) {
        return store.snapshots(resource, new BsonDocument("_id", id)).stream().findFirst();
    }

    private void renew(Relation relation, Snapshot found, Wish wish) {
        KeptTallies.Key key =
                new KeptTallies.Key(relation.resource(), found.document().get("_id"));
        turns.take(
                key,
                wish,
                (wishes, waited) -> renew(relation, key, waited ? Optional.empty() : Optional.of(found), wishes));
    }

    /**
     * Answers the document of which the numbers were computed; none if it is gone.
     *
     * @param found as it was found just now; none if that was some time ago
     */
    private Optional<BsonDocument> renew(
            Relation relation, KeptTallies.Key key, Optional<Snapshot> found, List<Wish> wishes) {
        Optional<Kept> before = kept.take(key);
        Optional<Snapshot> current = current(key, found, before);
        // A refused write means that the document was written to meanwhile: its children may be others now, so all
        // is read again. Each round of ours that fails is one of another writer that succeeded, so it ends.
        while (current.isPresent() && !written(relation, key, current.get(), before, wishes)) {
            before = Optional.empty();
            current = snapshot(key.resource(), key.id());
        }
        return current.map(Snapshot::document);
    }

    /** As this process has written it last, unless it was found otherwise: whether that is still so, its write tells. */
    private Optional<Snapshot> current(KeptTallies.Key key, Optional<Snapshot> found, Optional<Kept> before) {
        if (found.isEmpty() && before.isPresent()) {
            return before.map(Kept::document);
        }
        boolean old = found.isEmpty()
                || before.filter(tallies -> !tallies.isOf(found.get())).isPresent();
        return old ? snapshot(key.resource(), key.id()) : found;
    }

    private boolean written(
            Relation relation, KeptTallies.Key key, Snapshot snapshot, Optional<Kept> before, List<Wish> wishes) {
        IdentityHashMap<GatheredChildren, TalliedChildren> known = before.filter(tallies -> tallies.isOf(snapshot))
                .map(Kept::sources)
                .orElseGet(IdentityHashMap::new);
        IdentityHashMap<GatheredChildren, TalliedChildren> tallies = new IdentityHashMap<>();
        BsonDocument document = snapshot.document();
        BsonDocument aggregated = aggregated(relation, document, source -> {
            TalliedChildren tallied = Optional.ofNullable(known.get(source))
                    .filter(sofar -> carried(sofar, wishes, document))
                    .orElseGet(() -> children.tallied(source, document, wishes));
            tallies.put(source, tallied);
            return tallied;
        });
        boolean written = store.writeAggregated(key.resource(), snapshot, aggregated);
        if (written) {
            store.revisionAfter(snapshot).ifPresent(revision -> {
                kept.put(key, new Kept(document, revision, tallies));
                nameOf(relation, document).ifPresent(name -> kept.name(name, key));
            });
        }
        return written;
    }

    /** By which no other document can be meant; none if the store does not see to that. */
    private Optional<AffectedDocuments> nameOf(Relation relation, BsonDocument document) {
        String field = relation.idField();
        return Optional.ofNullable(document.get(field))
                .filter(name -> name.isString() && store.guards(relation.resource(), field))
                .map(name -> new AffectedDocuments(relation.resource(), new BsonDocument(field, name)));
    }

    private static boolean carried(TalliedChildren tallied, List<Wish> wishes, BsonDocument parent) {
        return wishes.stream()
                .allMatch(wish -> wish.write().isClear() && tallied.carry(wish.write(), wish.changes(), parent));
    }

    /** What {@code aggregated} of a document has to be, given what is stored now. */
    BsonDocument aggregated(Relation relation, BsonDocument document) {
        return aggregated(relation, document, source -> children.tallied(source, document, List.of()));
    }

    private BsonDocument aggregated(
            Relation relation, BsonDocument document, Function<GatheredChildren, TalliedChildren> tallied) {
        BsonDocument entity = Bson.copy(document);
        for (GatheredChildren source : relation.sources()) {
            if (source.tallied()) {
                tallied.apply(source).into(entity);
            } else {
                children.listed(source, document, entity);
            }
        }
        return relation.aggregate(entity);
    }
}
