package org.egcg.reporting.web.rest;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.schema.Schema;

/** How documents are called in links: by their id field, or by their {@code _id} where that can stand in no address. */
final class Addresses {

    /** What would end a path, or cannot be part of one. */
    private static final String ENCODED = "%?#/+\"<>\\^`{|}";

    /** What the front door admits in no address: it could be read in two ways. */
    private static final Pattern NOWHERE =
            Pattern.compile("[\\\\;+\\p{Cc}\uFFFD]|%[0-9A-Fa-f]{2}|(?:^|/)\\.{0,2}(?:/|$)");

    private Addresses() {}

    private static boolean canStand(String name) {
        return !NOWHERE.matcher(name).find();
    }

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
        BsonValue own = document.get(schema.idField());
        // of an encoded document each look at a field is a walk through it
        BsonValue name = own == null ? document.get("_id") : own;
        if (name.isString() && !canStand(name.asString().getValue()) && document.isObjectId("_id")) {
            return document.getObjectId("_id").getValue().toHexString();
        }
        if (name.isString()) {
            return name.asString().getValue();
        }
        return name.isObjectId() ? name.asObjectId().getValue().toHexString() : JsonWriter.text(name);
    }
}
