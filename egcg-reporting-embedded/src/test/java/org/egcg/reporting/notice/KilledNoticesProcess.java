package org.egcg.reporting.notice;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.embedded.store.EmbeddedStore;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;

/**
 * A service to which something happens all the time, and that tells of it, in a process that is made to be killed. A minute
 * of its time takes a tenth of a second. One in three of what happens is for administrators alone.
 */
public final class KilledNoticesProcess implements AutoCloseable {

    private static final int FASTER = 600;
    private static final int SECRET = 3;
    private static final String EVENTS = "events";

    private final Optional<EmbeddedStore> embedded;
    final MongoStore store;
    final Notices notices;

    /**
     * @param directory of the embedded store
     * @param base when its time was the real one
     * @param sender of a channel, on the clock of this process
     */
    public KilledNoticesProcess(
            Path directory, long base, NoticeSettings settings, Channel channel, Function<Clock, NoticeSender> sender) {
        embedded = TestStore.external().isPresent() ? Optional.empty() : Optional.of(EmbeddedStore.open(directory));
        store = MongoStore.at(
                embedded.map(EmbeddedStore::connectionString)
                        .orElseGet(() -> TestStore.external().orElseThrow()),
                "killed_" + base);
        Clock clock = new Fast(base);
        notices = new Notices(
                store,
                settings,
                "Lab",
                () -> List.of(new Happenings(store)),
                id -> Optional.of(Facility.ADA).filter(ada -> ada.id().equals(id)),
                () -> Instant.MIN,
                clock);
        notices.sendBy(channel, sender.apply(clock));
    }

    /** Lets things happen, and writes a line for each, until it is killed. */
    public void run() throws DuplicateKeyException {
        for (int number = 0; ; number++) {
            String event = new ObjectId().toHexString();
            store.insert(
                    EVENTS,
                    new ArrayList<>(List.of(new BsonDocument("event", new BsonString(event))
                            .append("secret", BsonBoolean.valueOf(number % SECRET == 0)))));
            notices.look();
            notices.deliver();
            System.out.println(event);
        }
    }

    /** All that has happened. */
    static List<Notice> happened(DocumentStore store) {
        return new Happenings(store).look(Instant.EPOCH);
    }

    @Override
    public void close() {
        store.close();
        embedded.ifPresent(EmbeddedStore::close);
    }

    private record Happenings(DocumentStore store) implements Watch {
        @Override
        public String name() {
            return EVENTS;
        }

        @Override
        public Duration pause() {
            return Duration.ofMinutes(1);
        }

        @Override
        public List<Notice> look(Instant now) {
            return store.find(Find.in(EVENTS)).list().stream()
                    .map(found -> {
                        boolean isSecret = found.getBoolean("secret").getValue();
                        NoticeKind kind = isSecret ? NoticeKind.STORE_TROUBLE : NoticeKind.PIPELINE_FAILED;
                        String event = found.getString("event").getValue();
                        return Notice.of(kind, event, now, event, "It failed.", "/run/r");
                    })
                    .toList();
        }
    }

    private static final class Fast extends Clock {
        private final long base;

        private Fast(long base) {
            this.base = base;
        }

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
            return Instant.ofEpochMilli(base).plusMillis((System.currentTimeMillis() - base) * FASTER);
        }
    }
}
