package org.egcg.reporting.schema.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.schema.Schema;

/**
 * Says of documents that clients want stored whether they may be, and in which form. Dotted keys are unfolded, values
 * brought into their types and gaps filled with defaults before anything is checked; all issues are reported, in the
 * API's words. Stored values are finite numbers, well-formed text and keys that every store can keep. Thread-safe if
 * the lookup is.
 */
public final class Validator {

    private final Lookup lookup;

    /** @param lookup finds what has to be unique, and what relations name */
    public Validator(Lookup lookup) {
        this.lookup = Objects.requireNonNull(lookup);
    }

    /**
     * Checks new documents of one request, against the store and against each other: of two that share a unique value
     * the second is refused. The answers are in the order of the documents.
     *
     * @param documents what was sent, whatever its type is
     */
    public List<Checked> inserts(Schema schema, List<? extends BsonValue> documents) {
        StoreChecks questions = new StoreChecks();
        List<Draft> drafts = new ArrayList<>(documents.size());
        for (BsonValue document : documents) {
            Inspection inspection = new Inspection(true, field -> true, questions);
            drafts.add(Draft.of(inspection, schema, document, "validation exception"));
        }
        questions.ask(lookup, schema.resource(), Optional.empty());
        return drafts.stream().map(Draft::verdict).toList();
    }

    /**
     * Checks changes to a stored document. The accepted document holds the changes only, in stored form, with defaults
     * for fields that the stored document lacks; objects in it are to be merged into the stored ones. It never holds
     * {@code _id}.
     *
     * @throws Malformed if {@code _id} would change
     */
    public Checked update(Schema schema, BsonDocument stored, BsonValue payload) {
        return onto(stored, schema, payload, false, field -> !stored.containsKey(field));
    }

    /**
     * Checks a document that is to take the place of a stored one. The accepted document never holds {@code _id}.
     *
     * @throws Malformed if {@code _id} would change
     */
    public Checked replacement(Schema schema, BsonDocument stored, BsonValue payload) {
        return onto(stored, schema, payload, true, field -> true);
    }

    private Checked onto(
            BsonDocument stored, Schema schema, BsonValue payload, boolean complete, Predicate<String> filled) {
        StoreChecks questions = new StoreChecks();
        Inspection inspection = new Inspection(complete, filled, questions);
        Draft draft = Draft.of(inspection, schema, payload, "validator exception");
        ObjectId id = stored.getObjectId("_id").getValue();
        questions.ask(lookup, schema.resource(), Optional.of(id));
        Checked verdict = draft.verdict();
        if (verdict instanceof Checked.Accepted accepted) {
            keepIdentity(schema, stored, accepted.document());
        }
        return verdict;
    }

    private static void keepIdentity(Schema schema, BsonDocument stored, BsonDocument document) {
        BsonValue id = document.remove("_id");
        if (id != null && !id.equals(stored.get("_id"))) {
            throw new Malformed(schema.resource() + "/"
                    + stored.getObjectId("_id").getValue().toHexString() + ": _id cannot be changed");
        }
    }

    /** A document between its inspection and the store's answers. */
    private record Draft(BsonDocument document, FieldIssues issues) {

        static Draft of(Inspection inspection, Schema schema, BsonValue given, String exception) {
            if (given.isDocument()) {
                return new Draft(inspection.document(schema, given.asDocument()), inspection.issues());
            }
            String message = given.isNull()
                    ? "document is missing"
                    : "'" + PythonText.of(given) + "' is not a document, must be a dict";
            return new Draft(new BsonDocument(), FieldIssues.ofDocument(exception, message));
        }

        Checked verdict() {
            return issues.isEmpty() ? new Checked.Accepted(document) : new Checked.Refused(issues.toDocument());
        }
    }
}
