package org.egcg.reporting.openapi;

import static org.egcg.reporting.openapi.Tree.object;
import static org.egcg.reporting.openapi.Tree.reference;

import java.util.Map;
import java.util.stream.IntStream;
import org.bson.BsonDocument;

/** What a request may be answered. */
final class Answers {

    private static final Map<Integer, String> PROBLEMS = Map.ofEntries(
            Map.entry(400, "The request cannot be understood."),
            Map.entry(401, "Nobody, or somebody unknown, is asking."),
            Map.entry(403, "The user's role does not allow this."),
            Map.entry(404, "There is no such document."),
            Map.entry(408, "The body did not arrive in time."),
            Map.entry(409, "The _id exists."),
            Map.entry(412, "The document has changed since it was read."),
            Map.entry(413, "The body is too large, or has too many or too deep values."),
            Map.entry(422, "The document does not fit the schema; _issues says why, by field."),
            Map.entry(428, "If-Match is missing."),
            Map.entry(429, "Too many logins have failed; Retry-After says when to try again."),
            Map.entry(503, "A database is away, or the service has too much to do; try again later."));

    /** Whatever is asked, somebody has to log in for it, and a database or a free turn is needed. */
    private static final int[] ALWAYS = {401, 429, 503};

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

    /** The good answer, and those that tell of problems; those that any request can meet need not be named. */
    static BsonDocument of(int good, BsonDocument answer, int... problems) {
        BsonDocument answers = object(Integer.toString(good), answer);
        IntStream.concat(IntStream.of(problems), IntStream.of(ALWAYS))
                .sorted()
                .forEach(status -> answers.put(Integer.toString(status), reference("responses", name(status))));
        return answers;
    }

    static BsonDocument empty(String description) {
        return object("description", description);
    }
}
