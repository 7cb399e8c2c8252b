package org.egcg.reporting.resource;

import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.store.Documents;

/**
 * What documents leave out unless a projection names it: the explanations inside actions,
 * {@code action_info.reviews}. Clients that are older than these see the documents that they know.
 */
final class HiddenFields {

    private static final String RESOURCE = "actions";
    private static final String FIELD = "action_info";
    private static final String INSIDE = "reviews";

    private HiddenFields() {}

    /** The documents without what was not named; a projection names it. */
    static Documents keep(Schema schema, ReadRequest request, Documents documents) {
        return schema.resource().equals(RESOURCE) && !named(request.projection().fields())
                ? new Kept(documents)
                : documents;
    }

    private static boolean named(BsonDocument projection) {
        return projection.keySet().stream().anyMatch(path -> (path + ".").startsWith(FIELD + "." + INSIDE + "."));
    }

    private record Kept(Documents documents) implements Documents {
        @Override
        public boolean hasNext() {
            return documents.hasNext();
        }

        @Override
        public BsonDocument next() {
            return kept(documents.next());
        }

        @Override
        public void close() {
            documents.close();
        }
    }

    private static BsonDocument kept(BsonDocument document) {
        if (!(document.get(FIELD) instanceof BsonDocument info) || !info.containsKey(INSIDE)) {
            return document;
        }
        BsonDocument kept = Bson.copy(document);
        BsonDocument rest = Bson.copy(info);
        rest.remove(INSIDE);
        kept.put(FIELD, rest);
        return kept;
    }
}
