package org.egcg.reporting.openapi;

import static org.egcg.reporting.openapi.Tree.object;
import static org.egcg.reporting.openapi.Tree.reference;

import java.util.Map;
import org.bson.BsonDocument;

/** What a request may be answered. */
final class Answers {

    private static final Map<Integer, String> PROBLEMS = Map.of(
            400, "The request cannot be understood.",
            401, "Nobody, or somebody unknown, is asking.",
            403, "The user's role does not allow this.",
            404, "There is no such document.",
            409, "The _id exists.",
            412, "The document has changed since it was read.",
            422, "The document does not fit the schema; _issues says why, by field.",
            428, "If-Match is missing.",
            503, "A database is away; try again later.");

    private Answers() {}

    static BsonDocument shared() {
        BsonDocument problems = new BsonDocument();
        PROBLEMS.keySet().stream()
                .sorted()
                .forEach(status -> problems.put(
                        name(status),
                        content(PROBLEMS.get(status), reference("schemas", status == 422 ? "Issues" : "Error"))));
        return problems;
    }

    private static String name(int status) {
        return "Status" + status;
    }

    static BsonDocument content(String description, BsonDocument shape) {
        return object("description", description, "content", object("application/json", object("schema", shape)));
    }

    /** The good answer, and those that tell of problems. */
    static BsonDocument of(int good, BsonDocument answer, int... problems) {
        BsonDocument answers = object(Integer.toString(good), answer);
        for (int status : problems) {
            answers.put(Integer.toString(status), reference("responses", name(status)));
        }
        return answers;
    }

    static BsonDocument empty(String description) {
        return object("description", description);
    }
}
