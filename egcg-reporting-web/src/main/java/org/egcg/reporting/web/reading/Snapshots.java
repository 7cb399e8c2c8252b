package org.egcg.reporting.web.reading;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.table.Rows;

/**
 * Keeps the rows of large tables for a while, so that paging, sorting and searching them does not read everything
 * again. Rows say of when they are; see {@link Freshness} for how old they may be.
 */
@ApplicationScoped
public class Snapshots {

    private static final Duration KEPT = Duration.ofMinutes(15);

    /** What stands beside what is asked for, and an export of what was just shown, may be as old. */
    private static final Duration AT_HAND = Duration.ofMinutes(2);

    /** What a cell of 100,000 samples takes with its part of the row, of the review and of the text that is searched. */
    private static final long BYTES_PER_CELL = 80;

    /** A third of the memory. */
    private static final long MOST_CELLS = Runtime.getRuntime().maxMemory() / 3 / BYTES_PER_CELL;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private CurrentUser user;

    @Inject
    private Freshness freshness;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private static final class Kept {
        private final StaleWhileRevalidate<Rows> rows;
        private final Map<Class<?>, Object> memories = new ConcurrentHashMap<>();
        private volatile Instant used = Instant.now();
        private volatile Instant shown = Instant.MIN;
        private volatile boolean standing;

        private Kept(StaleWhileRevalidate<Rows> rows) {
            this.rows = rows;
        }
    }

    /**
     * The rows under a key.
     *
     * @param source reads them; it runs on another thread, outside the request
     */
    public Rows rows(String key, Supplier<Rows> source) {
        return rows(key, Freshness.MOMENT, source);
    }

    /** @param fresh how old rows may be that are as good as new ones */
    public Rows rows(String key, Duration fresh, Supplier<Rows> source) {
        Rows rows = read(key, fresh, source);
        kept(key, fresh).shown = Instant.now();
        return rows;
    }

    private Rows read(String key, Duration fresh, Supplier<Rows> source) {
        Rows rows = kept(key, fresh).rows.current(user.carried(source), this::isUsable);
        tidy();
        return rows;
    }

    /** The rows under a key as somebody has seen them a moment ago. */
    public Optional<Rows> justShown(String key) {
        return Optional.ofNullable(kept.get(key))
                .filter(entry -> entry.shown.isAfter(Instant.now().minus(AT_HAND)))
                .flatMap(entry -> entry.rows.known())
                .filter(rows -> rows.missing().isEmpty() && !isOlder(rows, AT_HAND));
    }

    /** Has the rows under a key read for those who will soon ask for them. */
    public void ahead(String key, Duration fresh, Supplier<Rows> source) {
        kept(key, fresh).rows.ahead(user.carried(source));
    }

    /** Has a list read for whoever will ask first, and keeps it however long nobody asks, if there is room for it. */
    Rows standing(Listed list) {
        Rows rows = read(list.key(), Freshness.MOMENT, list.rows());
        if (cells() <= MOST_CELLS) {
            kept(list.key(), Freshness.MOMENT).standing = true;
            rows.prepare();
        }
        return rows;
    }

    private Kept kept(String key, Duration fresh) {
        Kept entry = kept.computeIfAbsent(
                key,
                absent -> new Kept(new StaleWhileRevalidate<>(executor, (rows, pause) -> isFresh(rows, fresh, pause))));
        entry.used = Instant.now();
        return entry;
    }

    /**
     * What a source remembers of the rows under a key from one reading to the next; it is forgotten with them.
     *
     * @param made at first, and if it was forgotten
     */
    <M> M memory(String key, Class<M> type, Supplier<M> made) {
        Kept entry = kept.get(key);
        return entry == null ? made.get() : type.cast(entry.memories.computeIfAbsent(type, any -> made.get()));
    }

    /** The rows under a key if they are at hand. */
    private Optional<Rows> known(String key) {
        return Optional.ofNullable(kept.get(key)).flatMap(entry -> entry.rows.known());
    }

    /**
     * The rows of a list if they are at hand, or were until a user changed something: then they are read anew if that can be
     * done, as they are if they are old. Else it is seen to that who asks next has newer ones.
     */
    public Optional<Rows> known(Listed list) {
        try {
            return known(list.key()).map(rows -> known(list, rows));
        } catch (Unavailable away) {
            return Optional.empty();
        }
    }

    private Rows known(Listed list, Rows rows) {
        if (!isUsable(rows) || isOlder(rows, KEPT)) {
            return read(list.key(), Freshness.MOMENT, list.rows());
        }
        if (isOlder(rows, AT_HAND)) {
            ahead(list.key(), Freshness.MOMENT, list.rows());
        }
        return rows;
    }

    private static boolean isOlder(Rows rows, Duration age) {
        return rows.asOf().isBefore(Instant.now().minus(age));
    }

    private boolean isUsable(Rows rows) {
        return freshness.isUsable(rows.asOf());
    }

    private boolean isFresh(Rows rows, Duration fresh, Duration pause) {
        Duration longer = pause.compareTo(fresh) > 0 ? pause : fresh;
        return rows.missing().isEmpty() && freshness.isFresh(rows.asOf(), rows.oldest(), longer);
    }

    /** A user has changed something on a page and expects to see it: rows that are slow to read do not stay either. */
    public void changed() {
        freshness.changed();
    }

    private void tidy() {
        kept.values()
                .removeIf(entry -> !entry.standing
                        && entry.rows.known().isPresent()
                        && entry.used.isBefore(Instant.now().minus(KEPT)));
        while (cells() > MOST_CELLS && kept.size() > 1) {
            kept.entrySet().stream()
                    .filter(entry -> entry.getValue().rows.known().isPresent())
                    .min(Comparator.comparing(entry -> entry.getValue().used))
                    // With the value: another thread may have put newer rows under the key by now.
                    .ifPresent(entry -> kept.remove(entry.getKey(), entry.getValue()));
        }
    }

    private long cells() {
        return kept.values().stream()
                .mapToLong(entry -> entry.rows.known().map(Rows::cells).orElse(0L))
                .sum();
    }
}
