package org.egcg.reporting.resource;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.egcg.reporting.store.WriteJournal;

/** What a node tells others in its mark: when it has written to each resource, and the last documents that it has written. */
final class NodeMark {

    private static final String DOCUMENTS = "documents";

    private NodeMark() {}

    static BsonDocument documents(Map<String, WriteJournal.Told> written) {
        BsonDocument documents = new BsonDocument();
        written.forEach((resource, told) -> documents.append(
                resource,
                new BsonDocument("from", new BsonInt64(told.from()))
                        .append("to", new BsonInt64(told.to()))
                        .append("ids", new BsonArray(told.ids()))));
        return documents;
    }

    /** Notes what another node has written since its mark of before, and answers to which resources. */
    static Set<String> learn(BsonValue before, BsonValue mark, WriteJournal journal) {
        Set<String> news = new HashSet<>();
        BsonDocument was = part(before, DOCUMENTS);
        BsonDocument documents = part(mark, DOCUMENTS);
        documents.forEach((resource, told) -> {
            long seen = number(was.getDocument(resource, new BsonDocument()), "to");
            if (number(told.asDocument(), "to") != seen) {
                learn(resource, told.asDocument(), seen, journal);
                news.add(resource);
            }
        });
        BsonDocument moments = part(before, "resources");
        part(mark, "resources").forEach((resource, at) -> {
            if (!at.equals(moments.get(resource)) && news.add(resource) && !documents.containsKey(resource)) {
                journal.learnedAny(resource);
            }
        });
        return news;
    }

    private static void learn(String resource, BsonDocument told, long seen, WriteJournal journal) {
        if (number(told, "from") <= seen) {
            journal.learned(resource, told.getArray("ids"));
        } else {
            journal.learnedAny(resource);
        }
    }

    private static long number(BsonDocument part, String name) {
        return part.isNumber(name) ? part.getNumber(name).longValue() : 0;
    }

    private static BsonDocument part(BsonValue mark, String name) {
        return mark == null ? new BsonDocument() : mark.asDocument().getDocument(name, new BsonDocument());
    }
}
