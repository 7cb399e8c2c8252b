package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;

/**
 * The pipeline by which drivers count documents. Run as a pipeline it would read every document; as a count it can use
 * an index, and for a whole collection needs to read none.
 */
record CountQuery(String collection, Document filter) {
    private static final Document COUNTING =
            new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

    static Optional<CountQuery> in(Document command) {
        return command.get("pipeline") instanceof List<?> stages
                        && command.get("aggregate") instanceof String collection
                        && stages.size() == 2
                        && stages.get(0) instanceof Document first
                        && first.get("$match") instanceof Document filter
                        && COUNTING.equals(stages.get(1))
                ? Optional.of(new CountQuery(collection, filter))
                : Optional.empty();
    }

    Document command() {
        return new Document("count", collection).append("query", filter);
    }

    /** What the pipeline would have answered: nothing at all if nothing was counted. */
    Document answer(Document counted, String namespace) {
        int n = ((Number) counted.get("n")).intValue();
        List<Document> batch = n == 0 ? List.of() : List.of(new Document("_id", 1).append("n", n));
        return answer(namespace, batch, 0);
    }

    /** The first documents of a result, and the cursor of the others; 0 if there are none. */
    static Document answer(String namespace, List<Document> batch, long id) {
        Document cursor = new Document("id", id).append("ns", namespace).append("firstBatch", batch);
        Document answer = new Document("cursor", cursor);
        Utils.markOkay(answer);
        return answer;
    }
}
