package org.egcg.reporting.review;

import java.util.Set;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.json.EveDate;
import org.egcg.reporting.resource.Written;

/** Keeps the documents of actions. */
final class ActionLog {

    private static final int SAME_SECOND_AT_MOST = 10_000;

    private final LabRecords records;

    ActionLog(LabRecords records) {
        this.records = records;
    }

    static BsonDocument action(String type, String by, BsonDateTime started) {
        return new BsonDocument("action_type", new BsonString(type))
                .append("started_by", new BsonString(by))
                .append("date_started", started);
    }

    static String text(BsonDateTime date) {
        return EveDate.format(date);
    }

    /**
     * Stores an action under its id, or, if that is taken, with {@code _2}, {@code _3}, … at its end.
     *
     * @param more what is stored inside {@code action_info} besides what clients are told
     */
    Performed keep(String id, BsonDocument data, BsonDocument more) {
        for (int n = 1; n <= SAME_SECOND_AT_MOST; n++) {
            data.put("action_id", new BsonString(n == 1 ? id : id + "_" + n));
            BsonDocument document = data.clone();
            document.getDocument("action_info").putAll(more);
            Written written = records.insertAction(document);
            if (written instanceof Written.Inserted inserted) {
                return new Performed(inserted.receipts().get(0), data);
            }
            refuseUnlessTaken((Written.InsertRefused) written);
        }
        throw new Conflict("actions: " + id + " is taken over and over");
    }

    private static void refuseUnlessTaken(Written.InsertRefused refused) {
        BsonDocument issues = refused.issues().get(0).orElseThrow();
        if (!issues.keySet().equals(Set.of("action_id"))) {
            throw new Conflict("actions: " + issues.toJson());
        }
    }
}
