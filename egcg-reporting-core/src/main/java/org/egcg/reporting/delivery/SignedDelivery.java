package org.egcg.reporting.delivery;

import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;

/**
 * A delivery that was signed. It is kept as an action with everything that it said, so that its report can be made again.
 *
 * @param id of the action
 * @param delivery how it stood with the samples then
 * @param by who signed
 * @param date when, in the facility's local time
 */
public record SignedDelivery(String id, Delivery delivery, String by, BsonDateTime date, String comment) {

    /** The type of such actions. */
    public static final String ACTION = "sign_off";

    /** Of the document of an action; empty if it is another one. */
    public static Optional<SignedDelivery> of(BsonDocument action) {
        boolean signed = Bson.text(action, "action_type").equals(ACTION)
                && action.isDateTime("date_started")
                && !Bson.documents(action, "action_info.samples").isEmpty();
        return signed
                ? Optional.of(new SignedDelivery(
                        Bson.text(action, "action_id"),
                        Delivery.of(action.getDocument("action_info")),
                        Bson.text(action, "started_by"),
                        action.getDateTime("date_started"),
                        Bson.text(action, "action_info.comment")))
                : Optional.empty();
    }
}
