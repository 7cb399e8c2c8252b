package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.Records;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final BsonDocument ANSWER = new BsonDocument("status", new BsonInt64(201));
    private static final String RUN = "{\"run_id\": \"r1\"}";

    private final TestStore store = new TestStore();
    private MongoStore connection;
    private Reporting reporting;
    private IdempotencyKeys repeats;

    @BeforeEach
    void open() {
        reporting = store.reporting();
        connection = store.connect();
        repeats = at(NOON);
    }

    private IdempotencyKeys at(Instant time) {
        return new IdempotencyKeys(connection, Clock.fixed(time, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        connection.close();
        reporting.close();
        store.close();
    }

    @Test
    void anAnsweredRequestIsAnsweredTheSameAgain() {
        IdempotencyKeys.Claim.Mine mine = claimed(repeats);
        assertThat(mine.resumed()).isFalse();
        repeats.answered(mine, ANSWER);

        assertThat(claim(at(NOON.plusSeconds(5)), RUN)).isEqualTo(new IdempotencyKeys.Claim.Answered(ANSWER));
    }

    @Test
    void aKeyServesOneRequestOfOneUser() {
        repeats.answered(claimed(repeats), ANSWER);

        assertThat(claim(repeats, "{\"run_id\": \"r2\"}")).isInstanceOf(IdempotencyKeys.Claim.Different.class);
        assertThat(repeats.claim("another user", "key", bytes(RUN), 1)).isInstanceOf(IdempotencyKeys.Claim.Mine.class);
    }

    @Test
    void aReleasedKeyIsAsGoodAsNew() {
        repeats.released(claimed(repeats));

        assertThat(claimed(repeats).resumed()).isFalse();
    }

    @Test
    void aRequestUnderWayIsBusyHereAndOnAnotherNode() {
        claimed(repeats);

        assertThat(claim(repeats, RUN)).isInstanceOf(IdempotencyKeys.Claim.Busy.class);
        assertThat(claim(at(NOON.plusSeconds(60)), RUN)).isInstanceOf(IdempotencyKeys.Claim.Busy.class);
    }

    @Test
    void whoTakesOverFindsWhatWasStored() {
        IdempotencyKeys.Claim.Mine lost = claimed(repeats);
        insert(lost);

        IdempotencyKeys.Claim.Mine resumed =
                claimed(at(NOON.plus(IdempotencyKeys.LEASE).plusSeconds(1)));
        assertThat(resumed.resumed()).isTrue();
        Written again = insert(resumed);

        Receipt stored = new Records(reporting).receipt("runs", "r1");
        assertThat(again).isInstanceOfSatisfying(Written.Inserted.class, inserted -> assertThat(
                        inserted.receipts().get(0).id())
                .isEqualTo(stored.id()));
    }

    @Test
    void whoTakesOverInsertsWhatWasNotStored() {
        repeats.failed(claimed(repeats));

        IdempotencyKeys.Claim.Mine resumed = claimed(repeats);
        assertThat(resumed.resumed()).isTrue();
        assertThat(insert(resumed)).isInstanceOf(Written.Inserted.class);
        assertThat(new Records(reporting).matching("runs", "r1")).hasSize(1);
    }

    @Test
    void anAnswerIsForgottenAfterADay() {
        repeats.answered(claimed(repeats), ANSWER);

        IdempotencyKeys tomorrow = at(NOON.plus(Duration.ofDays(1)).plusSeconds(1));
        tomorrow.forgetOld();
        assertThat(claim(tomorrow, RUN)).isInstanceOf(IdempotencyKeys.Claim.Mine.class);
    }

    private Written insert(IdempotencyKeys.Claim.Mine claim) {
        return reporting.writer().insert(reporting.schema("runs"), JsonReader.read(RUN), claim);
    }

    private static IdempotencyKeys.Claim.Mine claimed(IdempotencyKeys repeats) {
        return (IdempotencyKeys.Claim.Mine) claim(repeats, RUN);
    }

    private static IdempotencyKeys.Claim claim(IdempotencyKeys repeats, String body) {
        return repeats.claim("user", "key", bytes(body), 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
