package org.egcg.reporting.resource;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;

/** Gets documents out of the store, singly, by the page or all that match. Safe for use by several threads. */
public final class ResourceReader {

    private final DocumentStore store;
    private final Embedder embedder;
    private final PatternSearch patterns;

    public ResourceReader(DocumentStore store, Schemas schemas) {
        this.store = store;
        this.embedder = new Embedder(store, schemas);
        this.patterns = new PatternSearch(store);
    }

    /** One page of what matches; close it. Documents are read from the store as they are consumed. */
    public Listing list(Schema schema, ReadRequest request) {
        BsonDocument filter = filter(schema, request);
        Find page = find(schema, request, filter)
                .slice(request.paging().skip(), request.paging().size());
        return Listing.page(
                page,
                () -> store.count(schema.resource(), filter),
                shown(schema, request, store.find(page)),
                () -> newest(page));
    }

    /** Everything that matches, whatever page is asked for; close it. */
    public Documents all(Schema schema, ReadRequest request) {
        return shown(schema, request, store.find(find(schema, request, filter(schema, request))));
    }

    private Documents shown(Schema schema, ReadRequest request, Documents documents) {
        return embedder.embed(schema, request, HiddenFields.keep(schema, request, documents));
    }

    private BsonDocument filter(Schema schema, ReadRequest request) {
        return patterns.resolved(schema.resource(), request.where().filter());
    }

    private static Find find(Schema schema, ReadRequest request, BsonDocument filter) {
        return Find.in(schema.resource())
                .matching(filter)
                .sorted(request.sort().order())
                .only(request.projection().fields());
    }

    private Optional<Long> newest(Find page) {
        try (Documents dates = store.find(page.only(new BsonDocument("_updated", new org.bson.BsonInt32(1))))) {
            return Newest.of(dates);
        }
    }

    /** How many documents match. */
    public long count(Schema schema, BsonDocument filter) {
        return store.count(schema.resource(), patterns.resolved(schema.resource(), filter));
    }

    /** One document, if it exists; of the request only projection and embedding count. */
    public Optional<BsonDocument> item(Schema schema, ObjectId id, ReadRequest request) {
        Find one = Find.in(schema.resource())
                .matching(new BsonDocument("_id", new BsonObjectId(id)))
                .only(request.projection().fields())
                .slice(0, 1);
        List<BsonDocument> found = shown(schema, request, store.find(one)).list();
        return found.stream().findFirst();
    }

    /** The whole document, if it exists. */
    Optional<BsonDocument> stored(Schema schema, ObjectId id) {
        Iterator<BsonDocument> found = store.find(
                        Find.in(schema.resource()).matching(new BsonDocument("_id", new BsonObjectId(id))))
                .list()
                .iterator();
        return found.hasNext() ? Optional.of(decoded(found.next())) : Optional.empty();
    }

    private static BsonDocument decoded(BsonDocument raw) {
        BsonDocument decoded = Bson.copy(raw);
        return decoded;
    }

    /** The whole documents that match a store's filter, in the order of their insertion. */
    public List<BsonDocument> find(Schema schema, BsonDocument filter) {
        return store.find(Find.in(schema.resource()).matching(filter)).list();
    }
}
