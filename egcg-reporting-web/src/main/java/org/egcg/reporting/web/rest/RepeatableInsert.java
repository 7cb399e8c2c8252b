package org.egcg.reporting.web.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ejb.ReportingWriter;
import org.egcg.reporting.resource.IdempotencyKeys.Claim;
import org.egcg.reporting.resource.ResourceWriter;
import org.egcg.reporting.schema.Schema;

/**
 * Insertions under an {@code Idempotency-Key}: a client that did not get the answer sends the same again, and gets it
 * without inserting twice. A repetition that overtakes the first request waits for it.
 */
final class RepeatableInsert {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 20;

    private final Reporting reporting;
    private final String user;
    private final String key;

    /** @param user whose key it is */
    RepeatableInsert(Reporting reporting, String user, String key) {
        if (!KEY.matcher(key).matches()) {
            throw HttpRefusal.badRequest("An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        this.reporting = reporting;
        this.user = user;
        this.key = key;
    }

    /**
     * @param sent the body as it was sent: a key serves one body
     * @param body what it holds
     */
    InsertAnswer insert(Schema schema, Body sent, BsonValue body, ReportingWriter writer) {
        byte[] request = sent.prefixed((schema.resource() + "\n").getBytes(StandardCharsets.UTF_8));
        Claim claim = claim(request, ResourceWriter.documents(body));
        return claim instanceof Claim.Answered answered
                ? InsertAnswer.of(answered.answer())
                : first(schema, body, (Claim.Mine) claim, writer);
    }

    /** The key is ours, or answered; a first request that is under way is waited for. */
    Claim claim(byte[] request, int documents) {
        Instant end = Instant.now().plus(PATIENCE);
        Claim claim = reporting.repeats().claim(user, key, request, documents);
        while (claim instanceof Claim.Busy && Instant.now().isBefore(end)) {
            pause();
            claim = reporting.repeats().claim(user, key, request, documents);
        }
        if (claim instanceof Claim.Answered || claim instanceof Claim.Mine) {
            return claim;
        }
        throw claim instanceof Claim.Different ? HttpRefusal.keyReused() : HttpRefusal.underWay();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw HttpRefusal.underWay();
        }
    }

    private InsertAnswer first(Schema schema, BsonValue body, Claim.Mine claim, ReportingWriter writer) {
        try {
            InsertAnswer answer = InsertAnswer.of(
                    writer.insert(schema, body, claim), reporting.config().api().prefix());
            reporting.repeats().answered(claim, answer.kept());
            return answer;
        } catch (RuntimeException unanswered) {
            reporting.repeats().failed(claim);
            throw unanswered;
        }
    }
}
