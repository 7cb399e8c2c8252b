package org.egcg.reporting.review;

import org.bson.BsonDocument;

/**
 * A review was performed to its end, and its document is stored.
 *
 * @param type the {@code action_type}, such as {@code automatic_run_review}
 * @param user who asked for it
 * @param action as clients are told about it: with {@code action_id} and {@code action_info}, without any password
 */
public record ReviewPerformed(String type, String user, BsonDocument action) {

    @Override
    public String toString() {
        return type + " by " + user;
    }
}
