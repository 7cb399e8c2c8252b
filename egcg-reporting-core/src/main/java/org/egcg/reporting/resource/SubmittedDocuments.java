package org.egcg.reporting.resource;

import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;

/** The documents that the body of an insertion holds. */
final class SubmittedDocuments {

    private SubmittedDocuments() {}

    /**
     * One document, or a list of them. A text counts as the list of its letters, as it always has: each is then
     * refused by itself.
     *
     * @throws Malformed if the body holds nothing that could be a document
     */
    static List<BsonValue> documents(String resource, BsonValue body) {
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
        throw new Malformed("body: neither a document of " + resource + " nor a list with documents");
    }
}
