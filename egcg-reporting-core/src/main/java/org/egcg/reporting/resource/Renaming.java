package org.egcg.reporting.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.resource.References.Reference;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * Carries a new name of a document into the documents that name it, once it has its new name. Should this be
 * interrupted, the rest keep the old name, and show up among what does not fit.
 */
final class Renaming {

    private static final int AT_ONCE = 500;

    private final DocumentStore store;
    private final Schemas schemas;
    private final References references;

    Renaming(DocumentStore store, Schemas schemas, References references) {
        this.store = store;
        this.schemas = schemas;
        this.references = references;
    }

    /** @param amend writes the changes of documents of a resource */
    void carry(
            Schema schema,
            BsonDocument before,
            BsonDocument after,
            BiConsumer<Schema, Map<ObjectId, BsonDocument>> amend) {
        for (String field : schema.uniqueFields()) {
            Optional<String> from = text(before, field);
            Optional<String> to = text(after, field);
            if (from.isPresent() && to.isPresent() && !from.equals(to)) {
                references.to(schema.resource(), field).forEach(reference -> carry(reference, from.get(), to.get(), amend));
            }
        }
    }

    private void carry(
            Reference reference, String from, String to, BiConsumer<Schema, Map<ObjectId, BsonDocument>> amend) {
        Schema schema = schemas.named(reference.resource()).orElseThrow();
        Find some = Find.in(reference.resource()).matching(reference.filter(from)).slice(0, AT_ONCE);
        for (List<BsonDocument> found = store.find(some).list(); !found.isEmpty(); found = store.find(some).list()) {
            Map<ObjectId, BsonDocument> changes = new LinkedHashMap<>();
            found.forEach(document ->
                    changes.put(document.getObjectId("_id").getValue(), reference.renaming(document, from, to)));
            amend.accept(schema, changes);
        }
    }

    private static Optional<String> text(BsonDocument document, String field) {
        return document.isString(field) ? Optional.of(document.getString(field).getValue()) : Optional.empty();
    }
}
