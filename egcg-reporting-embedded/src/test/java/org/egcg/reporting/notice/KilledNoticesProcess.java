package org.egcg.reporting.notice;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.config.NoticeSettings.Format;
import org.egcg.reporting.config.NoticeSettings.Webhook;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.embedded.store.EmbeddedStore;
import org.egcg.reporting.notice.internal.WebhookSender;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;

/**
 * A service to which something happens all the time, and that tells of it, in a process that is made to be killed. A minute
 * of its time takes a tenth of a second.
 */
final class KilledNoticesProcess implements AutoCloseable {

    private static final int FASTER = 600;
    private static final String EVENTS = "events";

    private final Optional<EmbeddedStore> embedded;
    final MongoStore store;
    final Notices notices;

    /**
     * @param directory of the embedded store
     * @param base when its time was the real one
     * @param receiver the webhook
     */
    KilledNoticesProcess(Path directory, long base, URI receiver) {
        embedded = TestStore.external().isPresent() ? Optional.empty() : Optional.of(EmbeddedStore.open(directory));
        store = MongoStore.at(
                embedded.map(EmbeddedStore::connectionString)
                        .orElseGet(() -> TestStore.external().orElseThrow()),
                "killed_" + base);
        NoticeSettings settings = new NoticeSettings(
                Optional.of(receiver),
                Optional.empty(),
                Map.of("test", new Webhook(receiver, Format.JSON)),
                Optional.of(new Secret("secret")),
                Duration.ofDays(2),
                Duration.ofDays(7),
                7);
        Clock clock = new Fast(base);
        notices = new Notices(
                store,
                settings,
                "Lab",
                () -> List.of(new Happenings(store)),
                id -> Optional.empty(),
                () -> Instant.MIN,
                clock);
        notices.sendBy(Channel.WEBHOOK, new WebhookSender(settings, "Lab", clock));
    }

    /** Arguments: directory, base and receiver. */
    public static void main(String... arguments) throws Exception {
        try (KilledNoticesProcess process = new KilledNoticesProcess(
                Path.of(arguments[0]), Long.parseLong(arguments[1]), URI.create(arguments[2]))) {
            while (true) {
                String event = new ObjectId().toHexString();
                process.store.insert(
                        EVENTS, new ArrayList<>(List.of(new BsonDocument("event", new BsonString(event)))));
                process.notices.look();
                process.notices.deliver();
                System.out.println(event);
            }
        }
    }

    /** The keys of all that has happened. */
    static List<String> keys(DocumentStore store) {
        return new Happenings(store)
                .look(Instant.EPOCH).stream().map(Notice::key).toList();
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
                    .map(found -> found.getString("event").getValue())
                    .map(event -> Notice.of(NoticeKind.PIPELINE_FAILED, event, now, event, "It failed.", "/run/r"))
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
