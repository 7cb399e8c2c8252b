package org.egcg.reporting.web.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.schema.Schema;

/** How documents are called in links: by their id field, whether or not that leads anywhere. */
final class Addresses {

    private Addresses() {}

    /** Relative to the API's root, as it is. */
    static String of(Schema schema, BsonDocument document) {
        return schema.resource() + "/" + name(schema, document);
    }

    /** The same fit for a header. */
    static String encoded(Schema schema, BsonDocument document) {
        String name = URLEncoder.encode(name(schema, document), StandardCharsets.UTF_8);
        return schema.resource() + "/"
                + name.replace("+", "%20").replace("%2F", "/").replace("%7E", "~");
    }

    private static String name(Schema schema, BsonDocument document) {
        BsonValue name = document.get(schema.idField(), document.get("_id"));
        if (name.isString()) {
            return name.asString().getValue();
        }
        return name.isObjectId() ? name.asObjectId().getValue().toHexString() : JsonWriter.text(name);
    }
}
