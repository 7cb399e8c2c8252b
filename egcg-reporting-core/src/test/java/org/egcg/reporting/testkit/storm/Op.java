package org.egcg.reporting.testkit.storm;

import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * One document to be written.
 *
 * @param id appears in the document where the resource has a field for it
 * @param name what the laboratory calls the document
 * @param before the etag that the writer names; empty for an insertion
 */
record Op(String id, Kind kind, String resource, String name, Optional<String> before, BsonDocument body) {

    enum Kind {
        INSERT,
        PATCH,
        REPLACE,
        DELETE
    }

    /** The same document as one that follows no other version. */
    Op anew() {
        return new Op(id, Kind.INSERT, resource, name, Optional.empty(), body);
    }

    BsonDocument stored() {
        return new BsonDocument("op", new BsonString(id))
                .append("kind", new BsonString(kind.name()))
                .append("resource", new BsonString(resource))
                .append("name", new BsonString(name))
                .append("before", before.<BsonValue>map(BsonString::new).orElse(BsonNull.VALUE))
                .append("body", body);
    }

    static Op of(BsonDocument stored) {
        return new Op(
                text(stored, "op"),
                Kind.valueOf(text(stored, "kind")),
                text(stored, "resource"),
                text(stored, "name"),
                stored.isNull("before") ? Optional.empty() : Optional.of(text(stored, "before")),
                stored.getDocument("body"));
    }

    private static String text(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }
}
