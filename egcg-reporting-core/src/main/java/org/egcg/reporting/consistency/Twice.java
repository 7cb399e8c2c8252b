package org.egcg.reporting.consistency;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.bson.BsonDocument;

/** Finds the documents of a resource that have their key in common with another: a second look at those alone. */
final class Twice {

    private final Scan scan;
    private final String resource;
    private final ToLongFunction<BsonDocument> key;
    private final Keys keys = new Keys();

    Twice(Scan scan, String resource, ToLongFunction<BsonDocument> key) {
        this.scan = scan;
        this.resource = resource;
        this.key = key;
    }

    void note(BsonDocument document) {
        keys.add(key.applyAsLong(document));
    }

    /** Reads the fields of each document whose key was noted more than once. */
    void each(Consumer<BsonDocument> reader, String... fields) {
        Set<Long> several = keys.several();
        if (!several.isEmpty()) {
            scan.each(
                    resource,
                    document -> {
                        if (several.contains(key.applyAsLong(document))) {
                            reader.accept(document);
                        }
                    },
                    fields);
        }
    }
}
