package org.egcg.reporting.store;

import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** A document as it was at one revision. Every write moves the revision; it is nobody's business but the store's. */
public final class Snapshot {

    static final String REVISION = "_revision";

    private final BsonDocument document;
    private final BsonValue revision;

    private Snapshot(BsonDocument document, BsonValue revision) {
        this.document = document;
        this.revision = revision;
    }

    static Snapshot of(BsonDocument stored) {
        BsonDocument document = new BsonDocument();
        document.putAll(stored);
        BsonValue revision = document.remove(REVISION);
        return new Snapshot(document, revision == null ? BsonNull.VALUE : revision);
    }

    public BsonDocument document() {
        return document;
    }

    BsonValue revision() {
        return revision;
    }

    BsonInt64 nextRevision() {
        return new BsonInt64(revision.isNumber() ? revision.asNumber().longValue() + 1 : 1);
    }
}
