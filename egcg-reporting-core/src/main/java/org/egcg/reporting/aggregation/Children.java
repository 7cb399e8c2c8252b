package org.egcg.reporting.aggregation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.egcg.reporting.aggregation.Contribution.Wish;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;

/** Reads the children of documents: to be counted, which keeps none of them, or as lists. */
final class Children {

    private final DocumentStore store;
    private final WritesUnderWay writes;

    Children(DocumentStore store, WritesUnderWay writes) {
        this.store = store;
        this.writes = writes;
    }

    /**
     * Counts all children.
     *
     * @param wishes whose writes have happened already, so that they are seen
     */
    TalliedChildren tallied(GatheredChildren source, BsonDocument parent, List<Wish> wishes) {
        Set<Contribution> over = wishes.stream().map(Wish::write).collect(Collectors.toSet());
        TalliedChildren tallied = new TalliedChildren(source, writes.next());
        read(source, parent, child -> {
            Optional<Contribution> writer = writes.writing(source.resource(), Measure.id(child));
            tallied.add(child, writer.filter(other -> !over.contains(other)).isPresent());
        });
        tallied.complete(writes.next());
        return tallied;
    }

    /** Puts the lists of children into the entity. */
    void listed(GatheredChildren source, BsonDocument parent, BsonDocument entity) {
        BsonArray all = new BsonArray();
        read(source, parent, all::add);
        for (Gathering gathering : source.lists()) {
            BsonArray members = new BsonArray();
            all.stream()
                    .filter(child -> gathering.join().accepts(child.asDocument()))
                    .forEach(members::add);
            entity.put(gathering.name(), members);
        }
    }

    private void read(GatheredChildren source, BsonDocument parent, Consumer<BsonDocument> each) {
        Optional<BsonDocument> filter = source.join().childrenOf(parent);
        if (filter.isPresent()) {
            Find question = Find.in(source.resource()).matching(filter.get()).only(source.projection());
            try (Documents children = store.find(question)) {
                // Decoded once, as expressions look at the same child many times.
                children.forEachRemaining(child -> each.accept(Bson.copy(child)));
            }
        }
    }
}
