package org.egcg.reporting.resource;

import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.store.DocumentWeight;
import org.egcg.reporting.store.RequestBudget;

/** The documents that the body of an insertion holds. */
final class SubmittedDocuments {

    /** In one list. */
    static final int MOST = 100_000;

    /** What a member takes that is refused, beside what is wrong with its fields. */
    private static final int BYTES_OF_A_VERDICT = 600;

    /** Of a document: as it is checked, and as it is on its way to the store. */
    private static final int COPIES = 2;

    private SubmittedDocuments() {}

    /**
     * One document, or a list of them. A text counts as the list of its letters, as it always has: each is then
     * refused by itself.
     *
     * @throws Malformed if the body holds nothing that could be a document
     * @throws TooLarge if it holds more than {@value #MOST} of them, or they need more memory than one request may take
     */
    static List<BsonValue> documents(String resource, BsonValue body) {
        int members = body.isArray()
                ? body.asArray().size()
                : body.isString() ? body.asString().getValue().length() : 1;
        if (members > MOST) {
            throw new TooLarge("A list may have at most " + MOST + " documents.");
        }
        RequestBudget.current().hold((long) members * BYTES_OF_A_VERDICT);
        List<BsonValue> documents = members(resource, body);
        documents.stream().filter(BsonValue::isDocument).forEach(document -> RequestBudget.current()
                .hold(COPIES * DocumentWeight.of(document.asDocument())));
        return documents;
    }

    private static List<BsonValue> members(String resource, BsonValue body) {
        if (body.isArray() && !body.asArray().isEmpty()) {
            return body.asArray().getValues();
        }
        if (body.isDocument() && !body.asDocument().isEmpty()) {
            return List.of(body);
        }
        if (body.isString() && !body.asString().getValue().isEmpty()) {
            return body.asString()
                    .getValue()
                    .codePoints()
                    .mapToObj(letter -> new BsonString(Character.toString(letter)))
                    .collect(Collectors.toList());
        }
        if (body.isDocument()) {
            return List.of(body);
        }
        throw new Malformed(resource + ": neither a document nor a list of documents");
    }
}
