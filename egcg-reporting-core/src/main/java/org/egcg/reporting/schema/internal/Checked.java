package org.egcg.reporting.schema.internal;

import org.bson.BsonDocument;

/** What the validator says of one document. */
public sealed interface Checked {

    /** The document in the form in which it is stored. */
    record Accepted(BsonDocument document) implements Checked {}

    /** Everything that is wrong, in the API's words, by field. */
    record Refused(BsonDocument issues) implements Checked {}
}
