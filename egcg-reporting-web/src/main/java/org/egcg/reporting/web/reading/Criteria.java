package org.egcg.reporting.web.reading;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.query.Where;

/** What pages ask of store and LIMS. */
public final class Criteria {

    private static final DateTimeFormatter API = DateTimeFormatter.ofPattern("dd_MM_uuuu_HH:mm:ss");

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

    /** The {@code match} argument of a LIMS report. */
    public static Map<String, String> match(String... keysAndValues) {
        BsonDocument match = new BsonDocument();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            match.append(keysAndValues[i], (BsonValue) new BsonString(keysAndValues[i + 1]));
        }
        return Map.of("match", match.toJson());
    }

    /** A moment as the LIMS reports take it. */
    public static String api(LocalDateTime moment) {
        return API.format(moment);
    }
}
