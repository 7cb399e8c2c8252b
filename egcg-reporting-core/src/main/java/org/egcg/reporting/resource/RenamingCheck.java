package org.egcg.reporting.resource;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.resource.References.Reference;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.schema.internal.Checked;
import org.egcg.reporting.schema.internal.Lookup;
import org.egcg.reporting.schema.internal.Validator;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;

/** Whether all documents that name another may name it by a new name; writes nothing. */
final class RenamingCheck {

    private final DocumentStore store;
    private final Schemas schemas;
    private final References references;

    RenamingCheck(DocumentStore store, Schemas schemas, References references) {
        this.store = store;
        this.schemas = schemas;
        this.references = references;
    }

    /** @throws Conflict if one of them must not */
    void every(Schema schema, String field, String from, String to) {
        Validator validator = new Validator(new Renamed(new StoreLookup(store), schema.resource(), field, to));
        for (Reference reference : references.to(schema.resource(), field)) {
            Schema others = schemas.named(reference.resource()).orElseThrow();
            Find all = Find.in(reference.resource()).matching(reference.filter(from));
            try (Documents found = store.find(all)) {
                found.forEachRemaining(document -> check(
                        validator.update(others, document, reference.renaming(document, from, to)), document, others));
            }
        }
    }

    private static void check(Checked checked, BsonDocument stored, Schema schema) {
        if (checked instanceof Checked.Refused refused) {
            String id = stored.getObjectId("_id").getValue().toHexString();
            throw new Conflict(schema.resource() + "/" + id + ": " + JsonWriter.text(refused.issues()));
        }
        StoredSize.check(Merge.over(stored, ((Checked.Accepted) checked).document()));
    }

    /** What is in the store once the document has its new name. */
    private record Renamed(Lookup stored, String resource, String field, String name) implements Lookup {

        @Override
        public Set<BsonValue> existing(String asked, String key, Collection<BsonValue> values) {
            Set<BsonValue> existing = new HashSet<>(stored.existing(asked, key, values));
            BsonString renamed = new BsonString(name);
            if (asked.equals(resource) && key.equals(field) && values.contains(renamed)) {
                existing.add(renamed);
            }
            return existing;
        }

        @Override
        public Set<BsonValue> taken(String asked, String key, Collection<BsonValue> values, Optional<ObjectId> except) {
            return stored.taken(asked, key, values, except);
        }
    }
}
