package org.egcg.reporting.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.trail.Trail;
import org.junit.jupiter.api.Test;

class RulingsLimitTest {

    private static final Instant FIRST = Instant.parse("2026-04-26T09:00:00Z");

    @Test
    void ofMoreDecisionsThanAreReadTheLatestAreAndItIsSaidSinceWhen() {
        try (TestStore database = new TestStore();
                MongoStore store = database.connect()) {
            new DecisionBook(store).keep(List.of(decided(0), decided(1), decided(2)));
            assertThat(read(store, 2).since()).contains(FIRST.plusSeconds(3600));
            assertThat(read(store, 3).since()).isEmpty();
        }
    }

    private static DecisionStatistics read(MongoStore store, int most) {
        Trail trail = new Trail(store, Clock.systemUTC());
        return new Rulings(store, trail, run -> Optional.empty(), ZoneOffset.UTC, most)
                .between(FIRST, FIRST.plusSeconds(86_400));
    }

    private static Decided decided(int hours) {
        BsonDocument fields = new BsonDocument("reviewed", new BsonString("pass"));
        BsonDateTime date = new BsonDateTime(FIRST.plusSeconds(hours * 3600L).toEpochMilli());
        return new Decided("samples", new ObjectId(), "samples", "s", "s", "ann", date, Ruled.SILENT, fields);
    }
}
