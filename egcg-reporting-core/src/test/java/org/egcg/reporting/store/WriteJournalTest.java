package org.egcg.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class WriteJournalTest {

    private Instant now = Instant.parse("2026-11-30T12:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final WriteJournal journal = new WriteJournal(Set.of("runs", "samples"), clock);

    private static List<BsonValue> ids(int... numbers) {
        List<BsonValue> ids = new ArrayList<>();
        IntStream.of(numbers).mapToObj(BsonInt32::new).forEach(ids::add);
        return ids;
    }

    @Test
    void whatWasWrittenSinceAPositionIsKnownByItsCollection() {
        journal.wrote("samples", ids(1));
        long position = journal.position();
        journal.wrote("samples", ids(2, 3));
        journal.learned("samples", ids(3, 4));
        journal.wrote("runs", ids(5));
        journal.wrote("notices", ids(6));

        assertThat(journal.since(position, "samples").orElseThrow()).containsExactlyInAnyOrderElementsOf(ids(2, 3, 4));
        assertThat(journal.since(position, "runs").orElseThrow()).containsExactlyElementsOf(ids(5));
        assertThat(journal.since(journal.position(), "samples").orElseThrow()).isEmpty();
        assertThat(journal.since(position, "notices")).isEmpty();
    }

    @Test
    void itMayBeAnythingWhereMoreWasWrittenThanIsKeptOrNobodyKnowsWhat() {
        long first = journal.position();
        for (int written = 0; written < 20_100; written++) {
            journal.wrote("runs", ids(written));
        }
        assertThat(journal.since(first, "runs")).isEmpty();
        assertThat(journal.since(journal.position() - 1, "runs").orElseThrow()).containsExactlyElementsOf(ids(20_099));

        long second = journal.position();
        journal.wroteAny("runs");
        assertThat(journal.since(second, "runs")).isEmpty();
        assertThat(journal.since(second, "samples").orElseThrow()).isEmpty();
        assertThat(journal.since(journal.position(), "runs").orElseThrow()).isEmpty();
    }

    @Test
    void aWriteThatWasNotAnsweredMayHappenForAWhileAndNothingReadMeanwhileIsTrusted() {
        journal.doubt("runs");
        long meanwhile = journal.position();
        assertThat(journal.since(meanwhile, "runs")).isEmpty();

        now = now.plusSeconds(300);
        assertThat(journal.since(meanwhile, "runs")).isEmpty();
        assertThat(journal.since(journal.position(), "runs").orElseThrow()).isEmpty();
    }

    @Test
    void othersAreToldOfOwnWritesAlone() {
        journal.wrote("runs", ids(1));
        journal.learned("runs", ids(2));
        journal.learned("samples", ids(3));

        assertThat(journal.told()).containsOnlyKeys("runs");
        assertThat(journal.told().get("runs").ids()).containsExactlyElementsOf(ids(1));
        assertThat(journal.told().get("runs").from()).isZero();
    }

    @Test
    void whatIsToldSaysFromWhereOnItIsComplete() {
        journal.wrote("runs", ids(1));
        journal.wroteAny("runs");
        long any = journal.position();
        journal.wrote("runs", ids(2));
        WriteJournal.Told few = journal.told().get("runs");
        assertThat(few.from()).isEqualTo(any);
        assertThat(few.ids()).containsExactlyElementsOf(ids(2));

        for (int written = 0; written < 1000; written++) {
            journal.wrote("runs", ids(written));
        }
        WriteJournal.Told many = journal.told().get("runs");
        assertThat(many.to()).isEqualTo(journal.position());
        assertThat(many.to() - many.from()).isEqualTo(many.ids().size());
        assertThat(many.ids().get(many.ids().size() - 1)).isEqualTo(new BsonInt32(999));
    }
}
