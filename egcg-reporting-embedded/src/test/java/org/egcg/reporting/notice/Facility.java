package org.egcg.reporting.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.config.NoticeSettings.Format;
import org.egcg.reporting.config.NoticeSettings.Mail;
import org.egcg.reporting.config.NoticeSettings.Security;
import org.egcg.reporting.config.NoticeSettings.Webhook;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Source;
import org.egcg.reporting.security.User;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;

/** Nodes on one store that watch the same events, users, and a clock that a test moves. */
final class Facility implements AutoCloseable {

    static final User ADA = user("1", "ada", Role.VIEWER);
    static final User BEN = user("2", "ben", Role.EDITOR);
    static final User ZOE = user("3", "zoe", Role.ADMIN);

    private static final NoticeSettings SETTINGS = new NoticeSettings(
            Optional.of(URI.create("https://reporting.example.org")),
            Optional.of(new Mail(
                    "smtp.example.org",
                    25,
                    Security.NONE,
                    Optional.empty(),
                    "lab@example.org",
                    List.of("example.org"))),
            Map.of("chat", new Webhook(URI.create("https://chat.example.org/hook"), Format.SLACK)),
            Optional.of(new Secret("secret")),
            Duration.ofDays(2),
            Duration.ofDays(7),
            7);

    final Ticking clock = new Ticking();
    final TestStore database = new TestStore();
    volatile Instant written = Instant.MIN;
    final List<Notice> events = new ArrayList<>();
    final Map<String, User> users = new ConcurrentHashMap<>(Map.of("1", ADA, "2", BEN, "3", ZOE));
    private final List<MongoStore> connections = new ArrayList<>();

    static User user(String id, String name, Role role) {
        return new User(id, name, role, false, 1, Source.LOCAL, false);
    }

    Notices node() {
        return node(SETTINGS);
    }

    Notices node(NoticeSettings settings) {
        MongoStore store = database.connect();
        connections.add(store);
        return node(store, settings);
    }

    Notices node(MongoStore store, NoticeSettings settings) {
        Watch watch = new Watch() {
            @Override
            public String name() {
                return "events";
            }

            @Override
            public Duration pause() {
                return Duration.ofMinutes(1);
            }

            @Override
            public boolean followsWrites() {
                return true;
            }

            @Override
            public List<Notice> look(Instant now) {
                return List.copyOf(events);
            }
        };
        return new Notices(
                store,
                settings,
                "Lab",
                () -> List.of(watch),
                id -> Optional.ofNullable(users.get(id)),
                () -> written,
                clock);
    }

    /** The next minute, in which all nodes look. */
    void minute(Notices... nodes) {
        clock.pass(Duration.ofMinutes(1));
        for (Notices node : nodes) {
            node.look();
        }
    }

    Notice happens(NoticeKind kind, String about) {
        Notice notice = Notice.of(kind, about, clock.instant(), about, "Because of " + about + ".", "/run/" + about);
        events.add(notice);
        return notice;
    }

    static Subscription mail(User user, NoticeKind... kinds) {
        return new Subscription(
                "",
                user.id(),
                Set.of(kinds),
                "",
                "",
                NoticeUrgency.INFORMATION,
                Channel.MAIL,
                user.name() + "@example.org",
                false);
    }

    @Override
    public void close() {
        connections.forEach(MongoStore::close);
        database.close();
    }
}
