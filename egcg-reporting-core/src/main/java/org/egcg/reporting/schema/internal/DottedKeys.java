package org.egcg.reporting.schema.internal;

import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.schema.Rule;

/**
 * {@code "coverage.mean": 3} means {@code "coverage": {"mean": 3}}. A key is unfolded as far as the schema knows what
 * is inside; keys inside objects that take anything stay as they are.
 */
final class DottedKeys {

    private static final int DEEPEST = 100;

    private DottedKeys() {}

    /** The document with the first step of each dotted key taken, merged with what stands beside it. */
    static BsonDocument unfolded(BsonDocument document, Map<String, Rule> fields) {
        if (document.keySet().stream().noneMatch(key -> key.indexOf('.') >= 0)) {
            return document;
        }
        BsonDocument unfolded = new BsonDocument();
        document.forEach((key, value) -> {
            if (key.indexOf('.') < 0) {
                unfolded.put(key, value);
            }
        });
        document.forEach((key, value) -> {
            if (key.indexOf('.') >= 0) {
                unfold(unfolded, fields, key, value);
            }
        });
        return unfolded;
    }

    private static void unfold(BsonDocument unfolded, Map<String, Rule> fields, String key, BsonValue value) {
        String head = key.substring(0, key.indexOf('.'));
        String rest = key.substring(head.length() + 1);
        BsonDocument inner = opened(unfolded, head);
        if (inner == null) {
            return;
        }
        if (fields.get(head) instanceof Rule.Anything) {
            place(inner, rest.split("\\.", -1), value);
        } else {
            inner.put(rest, value);
        }
    }

    /** The object under a key, ready to be added to; null if something else stands there. */
    private static BsonDocument opened(BsonDocument document, String key) {
        BsonValue there = document.get(key);
        if (there != null && !there.isDocument()) {
            return null;
        }
        BsonDocument opened = new BsonDocument();
        if (there != null) {
            opened.putAll(there.asDocument());
        }
        document.put(key, opened);
        return opened;
    }

    private static void place(BsonDocument document, String[] path, BsonValue value) {
        if (path.length > DEEPEST) {
            throw new Malformed("a key of more than " + DEEPEST + " steps");
        }
        BsonDocument inner = document;
        for (int step = 0; step < path.length - 1 && inner != null; step++) {
            inner = opened(inner, path[step]);
        }
        if (inner != null) {
            inner.put(path[path.length - 1], value);
        }
    }
}
