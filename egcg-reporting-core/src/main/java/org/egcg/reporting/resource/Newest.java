package org.egcg.reporting.resource;

import java.util.Iterator;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;

/** The time of the last change among documents, in milliseconds of the epoch. */
final class Newest {

    private Newest() {}

    static Optional<Long> of(Iterator<BsonDocument> documents) {
        Optional<Long> newest = Optional.empty();
        while (documents.hasNext()) {
            // of an encoded document each look at a field is a walk through it
            if (documents.next().get("_updated") instanceof BsonDateTime changed) {
                long updated = changed.getValue();
                newest = Optional.of(Math.max(updated, newest.orElse(updated)));
            }
        }
        return newest;
    }
}
