package org.egcg.reporting.delivery;

import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.internal.json.Bson;

/**
 * What was decided of a sample.
 *
 * @param said such as {@code reviewed pass} or {@code useable yes}
 * @param by the person; empty text if none decided here: by the rules, a pipeline or the LIMS
 * @param date the facility's local time; empty if the document has none
 */
public record SampleDecision(String said, String by, Optional<BsonDateTime> date, String comment) {

    BsonDocument told() {
        BsonDocument told = new BsonDocument("said", new BsonString(said)).append("by", new BsonString(by));
        date.ifPresent(moment -> told.append("date", moment));
        return told.append("comment", new BsonString(comment));
    }

    static SampleDecision of(BsonDocument told) {
        return new SampleDecision(
                Bson.text(told, "said"),
                Bson.text(told, "by"),
                told.isDateTime("date") ? Optional.of(told.getDateTime("date")) : Optional.empty(),
                Bson.text(told, "comment"));
    }
}
