package org.egcg.reporting.resource;

import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/** The outcome of a write. */
public sealed interface Written {

    /** New documents are stored, in the order in which they were sent. */
    record Inserted(List<Receipt> receipts) implements Written {
        public Inserted {
            receipts = List.copyOf(receipts);
        }
    }

    /** Nothing was stored: per document sent, its issues if it has any. */
    record InsertRefused(List<Optional<BsonDocument>> issues) implements Written {
        public InsertRefused {
            issues = List.copyOf(issues);
        }
    }

    /** A stored document was changed. */
    record Changed(Receipt receipt) implements Written {}

    /** The stored document is as it was, because of these issues. */
    record ChangeRefused(BsonDocument issues) implements Written {}
}
