package org.egcg.reporting.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.egcg.reporting.security.User;

/**
 * What each user sees in the pages: notices of the last 30 days, at most 500. What another node has told is seen within
 * five seconds; pages that are loaded more often ask the store for nothing.
 */
final class Inbox {

    private static final Duration SHOWN = Duration.ofDays(30);
    private static final Duration GOOD = Duration.ofSeconds(5);
    private static final int MOST_USERS = 1000;

    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final Marks marks;
    private final Clock clock;
    private final Map<String, Known<Set<String>>> read = new ConcurrentHashMap<>();
    private volatile Known<List<Notice>> recent = new Known<>(List.of(), Instant.MIN);

    /** What was read from the store, and until when it is good. */
    private record Known<T>(T what, Instant until) {}

    Inbox(Outbox outbox, Subscriptions subscriptions, Marks marks, Clock clock) {
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.marks = marks;
        this.clock = clock;
    }

    /** What a user is told, the latest first. */
    List<Received> of(User user) {
        List<Subscription> wanted = subscriptions.inPages(user.id());
        Set<String> seen = read(user.id());
        return recent().stream()
                .filter(notice -> wanted.stream().anyMatch(one -> one.tells(notice, user.role())))
                .map(notice -> new Received(notice, !seen.contains(notice.id())))
                .toList();
    }

    /** All that was told of late, whoever may see it. */
    List<Notice> recent() {
        Instant now = clock.instant();
        Known<List<Notice>> known = recent;
        if (!now.isBefore(known.until())) {
            known = new Known<>(outbox.since(now.minus(SHOWN)), now.plus(GOOD));
            recent = known;
        }
        return known.what();
    }

    private Set<String> read(String owner) {
        Instant now = clock.instant();
        Known<Set<String>> known = read.get(owner);
        if (known == null || !now.isBefore(known.until())) {
            if (read.size() >= MOST_USERS) {
                read.clear();
            }
            known = new Known<>(marks.read(owner), now.plus(GOOD));
            read.put(owner, known);
        }
        return known.what();
    }

    /** Something was told here: the next question reads anew. */
    void changed() {
        recent = new Known<>(List.of(), Instant.MIN);
    }

    /** Notes that a user has read some of what is shown. */
    void markRead(User user, Set<String> ids) {
        Set<String> shown = of(user).stream().map(one -> one.notice().id()).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>(marks.read(user.id()));
        seen.addAll(ids);
        seen.retainAll(shown);
        marks.read(user.id(), seen);
        read.remove(user.id());
    }
}
