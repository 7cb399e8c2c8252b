package org.egcg.reporting.web.reading;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.query.Where;

/** What pages ask of the store. */
public final class Criteria {

    private Criteria() {}

    public static Where equal(String field, String value) {
        return new Where.Equal(field, new BsonString(value));
    }

    public static Where since(String field, LocalDateTime utc) {
        long millis = utc.toInstant(ZoneOffset.UTC).toEpochMilli();
        return new Where.Meets(field, new BsonDocument("$gte", new BsonDateTime(millis)));
    }

    public static Where in(String field, List<String> values) {
        List<BsonString> texts = values.stream().map(BsonString::new).toList();
        return new Where.Meets(field, new BsonDocument("$in", new BsonArray(texts)));
    }

    public static Where exists(String field) {
        return new Where.Meets(field, new BsonDocument("$exists", BsonBoolean.TRUE).append("$ne", BsonNull.VALUE));
    }

    /** What is asked, of some documents alone if any are named. */
    static Where among(Where where, Optional<Set<BsonValue>> ids) {
        return ids.<Where>map(some -> new Where.All(List.of(
                        where, new Where.Meets("_id", new BsonDocument("$in", new BsonArray(List.copyOf(some)))))))
                .orElse(where);
    }
}
