package org.egcg.reporting.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.decision.Decidable;
import org.egcg.reporting.decision.Decision;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.internal.json.Bson;

/** Reads a decision from the fields of a request. */
final class DecisionFields {

    private static final String IDS = "a list of ids of what is decided on";
    private static final String VERSIONS = "an object of ids and the versions that were looked at";

    private DecisionFields() {}

    /** @throws Malformed if something is missing or no use */
    static Decision of(BsonDocument fields) {
        List<String> ids = FormLists.texts(fields, "review_entities", IDS);
        return new Decision(
                Decidable.of(Bson.text(fields, "resource")),
                ids,
                word(fields, "reviewed"),
                word(fields, "useable"),
                Bson.text(fields, "comment"),
                versions(fields, ids));
    }

    /** What forms leave empty is not decided. */
    private static Optional<String> word(BsonDocument fields, String field) {
        return Bson.optionalText(fields, field).filter(word -> !word.isEmpty());
    }

    private static Map<String, String> versions(BsonDocument fields, List<String> ids) {
        BsonValue named = FormLists.value(fields, "versions", VERSIONS);
        Map<String, String> versions = new HashMap<>();
        if (named.isNull()) {
            return versions;
        }
        if (!named.isDocument()
                || !named.asDocument().values().stream().allMatch(BsonValue::isString)
                || !ids.containsAll(named.asDocument().keySet())) {
            throw new Malformed("versions: must be " + VERSIONS);
        }
        named.asDocument()
                .forEach((id, version) -> versions.put(id, version.asString().getValue()));
        return versions;
    }
}
