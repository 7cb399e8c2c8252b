package org.egcg.reporting.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.schema.internal.Lookup;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;

/** Answers the validator from the store, a thousand values to a question. */
final class StoreLookup implements Lookup {

    private static final int VALUES_PER_QUESTION = 1000;

    private final DocumentStore store;
    private final boolean trusting;

    private StoreLookup(DocumentStore store, boolean trusting) {
        this.store = store;
        this.trusting = trusting;
    }

    /** Asks about everything. */
    static StoreLookup asking(DocumentStore store) {
        return new StoreLookup(store, false);
    }

    /** Takes every value for free whose uniqueness the store guards itself: an insertion shows whether it is. */
    static StoreLookup trusting(DocumentStore store) {
        return new StoreLookup(store, true);
    }

    @Override
    public Set<BsonValue> existing(String resource, String field, Collection<BsonValue> values) {
        return asked(resource, field, values, Optional.empty());
    }

    @Override
    public Set<BsonValue> taken(
            String resource, String field, Collection<BsonValue> values, Optional<ObjectId> except) {
        if (trusting && store.guards(resource, field)) {
            return Set.of();
        }
        return asked(resource, field, values, except);
    }

    private Set<BsonValue> asked(
            String resource, String field, Collection<BsonValue> values, Optional<ObjectId> except) {
        Set<BsonValue> found = new HashSet<>();
        Optional<BsonObjectId> self = except.map(BsonObjectId::new);
        List<BsonValue> all = new ArrayList<>(values);
        for (int from = 0; from < all.size(); from += VALUES_PER_QUESTION) {
            List<BsonValue> part = all.subList(from, Math.min(all.size(), from + VALUES_PER_QUESTION));
            try (Documents holders = store.find(holders(resource, field, part))) {
                holders.forEachRemaining(holder -> {
                    if (self.isEmpty() || !self.get().equals(holder.get("_id"))) {
                        found.add(holder.get(field));
                    }
                });
            }
        }
        return found;
    }

    private static Find holders(String resource, String field, List<BsonValue> values) {
        BsonValue wanted = values.size() == 1 ? values.get(0) : new BsonDocument("$in", new BsonArray(values));
        return Find.in(resource)
                .matching(new BsonDocument(field, wanted))
                .only(new BsonDocument(field, new BsonInt32(1)).append("_id", new BsonInt32(1)));
    }
}
