package org.egcg.reporting.web.rest;

import java.nio.charset.StandardCharsets;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.schema.Schema;

/** How documents are called in links: by their id field. */
final class Addresses {

    /** What would end a path, or cannot be part of one. */
    private static final String ENCODED = "%?#/+\"<>\\^`{|}";

    private Addresses() {}

    /** Relative to the API's root, as it is but for what would not be part of the path. */
    static String of(Schema schema, BsonDocument document) {
        return schema.resource() + "/" + LinkText.segment(name(schema, document));
    }

    /** The same fit for a header. */
    static String encoded(Schema schema, BsonDocument document) {
        StringBuilder encoded = new StringBuilder(schema.resource()).append('/');
        for (byte letter : name(schema, document).getBytes(StandardCharsets.UTF_8)) {
            if (letter > ' ' && letter < 0x7f && ENCODED.indexOf(letter) < 0) {
                encoded.append((char) letter);
            } else {
                encoded.append(String.format("%%%02X", letter));
            }
        }
        return encoded.toString();
    }

    private static String name(Schema schema, BsonDocument document) {
        BsonValue name = document.get(schema.idField(), document.get("_id"));
        if (name.isString()) {
            return name.asString().getValue();
        }
        return name.isObjectId() ? name.asObjectId().getValue().toHexString() : JsonWriter.text(name);
    }
}
