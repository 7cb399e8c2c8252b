package org.egcg.reporting.web.rest;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.resource.IdempotencyKeys;
import org.egcg.reporting.resource.IdempotencyKeys.Claim;

/**
 * Actions under an {@code Idempotency-Key}: whatever the first request was answered, also that the LIMS failed, is the
 * answer to its repetitions. What the LIMS may have begun is never begun again. Only an account that the LIMS refused
 * is not remembered: nothing was begun, and the password is not part of what is compared.
 */
final class RepeatableAction {

    private static final int UNAUTHORIZED = 401;

    private final IdempotencyKeys repeats;
    private final RepeatableInsert keys;

    /** @param user whose key it is */
    RepeatableAction(Reporting reporting, String user, String key) {
        this.repeats = reporting.repeats();
        this.keys = new RepeatableInsert(reporting, user, key);
    }

    InsertAnswer perform(BsonDocument fields, Supplier<InsertAnswer> work) {
        Claim claim = keys.claim(withoutPassword(fields), 0);
        if (claim instanceof Claim.Answered answered) {
            return InsertAnswer.of(answered.answer());
        }
        Claim.Mine mine = (Claim.Mine) claim;
        return first(mine, mine.resumed() && fields.containsKey("review_entities") ? RepeatableAction::unknown : work);
    }

    /** What tells one request from another is kept for a day, and a password is not. */
    private static byte[] withoutPassword(BsonDocument fields) {
        BsonDocument kept = fields.clone();
        kept.remove("password");
        return ("actions\n" + JsonWriter.text(kept)).getBytes(StandardCharsets.UTF_8);
    }

    private static InsertAnswer unknown() {
        throw HttpRefusal.brokenOff();
    }

    private InsertAnswer first(Claim.Mine claim, Supplier<InsertAnswer> work) {
        try {
            InsertAnswer answer = answer(work);
            if (answer.status() == UNAUTHORIZED) {
                repeats.released(claim);
            } else {
                repeats.answered(claim, answer.kept());
            }
            return answer;
        } catch (RuntimeException unanswered) {
            repeats.failed(claim);
            throw unanswered;
        }
    }

    private static InsertAnswer answer(Supplier<InsertAnswer> work) {
        try {
            return work.get();
        } catch (HttpRefusal refusal) {
            return InsertAnswer.of(refusal);
        }
    }
}
