package org.egcg.reporting.lims;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;

/** Asks a report as a client would, and compares whole answers. */
public record Ask(LimsReports reports, String report, Map<String, List<String>> query) {

    public static Ask of(LimsReports reports, String report) {
        return new Ask(reports, report, Map.of());
    }

    public Ask with(String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(query);
        more.put(name, List.of(value));
        return new Ask(reports, report, more);
    }

    public Ask match(String json) {
        return with("match", json);
    }

    /** The whole answer in the shape of the API. */
    public BsonDocument answer() {
        LimsAnswer answer =
                reports.answer(LimsArguments.of(query).request(report).orElseThrow());
        BsonArray data = new BsonArray();
        answer.forEach(data::add);
        return new BsonDocument("_meta", new BsonDocument("total", new BsonInt32(answer.total()))).append("data", data);
    }

    /** The items. */
    public List<BsonDocument> items() {
        return answer().getArray("data").stream().map(BsonValue::asDocument).toList();
    }

    /** Fails unless the items are the given ones, in this order; {@code <<isodatetime>>} stands for any moment. */
    public void gives(String json) {
        BsonDocument answer = answer();
        new Expected(JsonReader.read(json), java.util.Set.of())
                .difference(answer.get("data"))
                .ifPresent(difference -> {
                    throw new AssertionError(difference + "\nin " + answer.toJson());
                });
    }
}
