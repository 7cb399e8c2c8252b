package org.egcg.reporting.resource;

import java.util.Iterator;
import java.util.Optional;
import org.bson.BsonDocument;

/** The time of the last change among documents, in milliseconds of the epoch. */
final class Newest {

    private Newest() {}

    static Optional<Long> of(Iterator<BsonDocument> documents) {
        Optional<Long> newest = Optional.empty();
        while (documents.hasNext()) {
            BsonDocument document = documents.next();
            if (document.isDateTime("_updated")) {
                long updated = document.getDateTime("_updated").getValue();
                newest = Optional.of(Math.max(updated, newest.orElse(updated)));
            }
        }
        return newest;
    }
}
