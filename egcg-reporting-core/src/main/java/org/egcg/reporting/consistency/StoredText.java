package org.egcg.reporting.consistency;

import org.bson.BsonDocument;

/** Reads texts of documents. */
final class StoredText {

    private StoredText() {}

    /** A text of a document; empty text for anything else. */
    static String text(BsonDocument document, String field) {
        return document.isString(field) ? document.getString(field).getValue() : "";
    }
}
