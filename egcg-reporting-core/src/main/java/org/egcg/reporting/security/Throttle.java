package org.egcg.reporting.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down those who guess. After some failed logins each further attempt has to wait, twice as long every time, up
 * to a minute; attempts before that are not even looked at. Failures are counted for an account from one address, for
 * an account from everywhere, and for an address. Where an account has logged in well from an address before, only the
 * first count holds it up there, so that nobody can lock others out. Everything is forgotten after a quarter of an
 * hour without failures. Thread-safe.
 */
final class Throttle {

    private static final int MOST = 20_000;
    private static final int TIMES_MORE = 5;
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final Duration KNOWN = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private record Failures(int count, long last, long open) {
        static final Failures NONE = new Failures(0, 0, 0);

        Failures another(int free, long now) {
            int counted = now - last > FORGOTTEN.toMillis() ? 1 : count + 1;
            long wait = counted < free ? 0 : Math.min(LONGEST.toMillis(), 1000L << Math.min(20, counted - free));
            return new Failures(counted, now, now + wait);
        }
    }

    private final InstantSource clock;
    private final int pairs;
    private final int singles;
    private final Map<String, Failures> failures = bounded();
    private final Map<String, Long> known = bounded();

    /** @param free how many failures of an account from one address go unpunished */
    Throttle(InstantSource clock, int free) {
        this.clock = clock;
        this.pairs = free;
        this.singles = free * TIMES_MORE;
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** How long an attempt has to wait; zero if it may be made now. */
    synchronized Duration wait(String account, String address) {
        long open = open(pair(account, address));
        if (!isKnown(account, address)) {
            open = Math.max(open, Math.max(open(account(account)), open(address(address))));
        }
        return Duration.ofMillis(Math.max(0, open - clock.millis()));
    }

    /** Counts a failed attempt; says whether it is the one from which on attempts have to wait. */
    synchronized boolean failed(String account, String address) {
        long now = clock.millis();
        Failures pair = count(pair(account, address), pairs, now);
        Failures everywhere = count(account(account), singles, now);
        Failures here = count(address(address), singles, now);
        return pair.count() == pairs || everywhere.count() == singles || here.count() == singles;
    }

    private Failures count(String key, int free, long now) {
        return failures.merge(key, Failures.NONE.another(free, now), (before, first) -> before.another(free, now));
    }

    /** Forgets the account's failures from that address. */
    synchronized void succeeded(String account, String address) {
        failures.remove(pair(account, address));
        known.put(pair(account, address), clock.millis());
    }

    private boolean isKnown(String account, String address) {
        Long last = known.get(pair(account, address));
        return last != null && clock.millis() - last < KNOWN.toMillis();
    }

    private long open(String key) {
        return failures.getOrDefault(key, Failures.NONE).open();
    }

    private static String pair(String account, String address) {
        return "both " + address + " " + account;
    }

    private static String account(String account) {
        return "account " + account;
    }

    private static String address(String address) {
        return "address " + address;
    }
}
