package org.egcg.reporting.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;

/**
 * The history of a year. In its first fifth one program changes one field of run elements, afterwards another program
 * another field of samples; each fifth entry is one of 200 people's. Each two of these that do not go together do so in
 * {@link #ODD} of the oldest entries.
 */
final class ManyEntries {

    static final int ODD = 60;

    private static final int USERS = 200;
    private static final int DOCUMENTS = 250_000;
    private static final Duration YEAR = Duration.ofDays(360);

    private final int count;
    private final Instant begin;
    private final Map<List<String>, BsonDocument> kinds = new HashMap<>();

    ManyEntries(int count, Instant begin) {
        this.count = count;
        this.begin = begin;
    }

    Iterator<BsonDocument> stored() {
        return IntStream.range(0, count).mapToObj(this::stored).iterator();
    }

    Instant moment(int number) {
        return begin.plus(YEAR.multipliedBy(number).dividedBy(count));
    }

    private BsonDocument stored(int number) {
        boolean early = number < count / 5;
        String resource = early && number / ODD != 1 ? "run_elements" : "samples";
        String field = early && number / ODD != 2 ? "useable" : "reviewed";
        String program = early && number / ODD != 0 ? "former pipeline" : "pipeline";
        String user = number % 5 == 0 ? "user " + number / 5 % USERS : program;
        BsonDocument stored = new BsonDocument();
        kinds.computeIfAbsent(List.of(user, resource, field), kind -> kind(user, resource, field))
                .forEach(stored::append);
        int document = number % DOCUMENTS;
        stored.append("_id", new BsonObjectId(EntryIds.from(moment(number))));
        stored.append("at", new BsonDateTime(moment(number).toEpochMilli()));
        stored.append("document", new BsonObjectId(document(document)));
        stored.append("name", new BsonString("document " + document));
        stored.append("etag", new BsonString("e" + number));
        return stored.append("previous", new BsonString("e" + (number - DOCUMENTS)));
    }

    static ObjectId document(int number) {
        return new ObjectId(number + 1, 0);
    }

    private static BsonDocument kind(String user, String resource, String field) {
        BsonDocument before = new BsonDocument("_id", new BsonObjectId(document(0)))
                .append("_etag", new BsonString("e0"))
                .append(field, new BsonString("not reviewed"));
        BsonDocument after = before.clone()
                .append("_etag", new BsonString("e1"))
                .append(field, new BsonString("pass"))
                .append(field + "_comments", new BsonString("within limits"));
        return Origin.command(user, "api")
                .during(() -> TrailEntry.changed(resource, "document", "changed", before, after)
                        .stored());
    }
}
