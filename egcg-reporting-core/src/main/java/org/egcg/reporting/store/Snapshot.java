package org.egcg.reporting.store;

import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * A document as it was when it was read.
 *
 * @param document what was stored, without anything of the store's own
 * @param revision by what the store that made this tells whether the document was written since; only it knows what the
 *     value means
 */
public record Snapshot(BsonDocument document, BsonValue revision) {

    public Snapshot {
        Objects.requireNonNull(document);
        Objects.requireNonNull(revision);
    }
}
