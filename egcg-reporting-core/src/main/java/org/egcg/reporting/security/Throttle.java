package org.egcg.reporting.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.security.Counters.Failures;

/**
 * Slows down those who guess. After some failed attempts each further one has to wait, twice as long every time; one
 * that has to wait is not looked at, be it right or wrong. An attempt counts as failed before it is looked at and is
 * taken back if it was not, so that many at once get no further than one after the other.
 *
 * <p>Failures are counted for an account at an address, and for an address with all accounts. Those at other addresses
 * never delay a login: while an account is tried from many places, an address where it has not logged in well
 * before has a few attempts instead of many, and waits longer after them. Everything is forgotten after a quarter of
 * an hour without failures. Thread-safe.
 */
final class Throttle {

    private static final int MOST = 20_000;
    private static final int TIMES_MORE = 5;
    private static final int FEW = 3;
    private static final long SECOND = 1_000;
    private static final long FORGOTTEN = Duration.ofMinutes(15).toMillis();
    private static final long LONGEST = Duration.ofMinutes(1).toMillis();
    private static final long LONGEST_UNDER_ATTACK = Duration.ofMinutes(5).toMillis();

    private final InstantSource clock;
    private final int free;
    private final Counters pairs = new Counters(MOST, FORGOTTEN);
    private final Counters accounts = new Counters(MOST, FORGOTTEN);
    private final Counters addresses = new Counters(MOST, FORGOTTEN);
    private final KnownAddresses known;

    /** @param free how many failures of an account from one address go unpunished */
    Throttle(InstantSource clock, int free) {
        this.clock = clock;
        this.free = free;
        this.known = new KnownAddresses(clock);
    }

    /** An attempt that may be looked at. Until it is said otherwise, it has failed. */
    final class Attempt {
        private final String account;
        private final String address;
        private final Map<Counters, Failures> before = new LinkedHashMap<>();
        private boolean limit;

        private Attempt(String account, String address) {
            this.account = account;
            this.address = address;
        }

        private String key(Counters counters) {
            return counters == pairs ? address + " " + account : counters == accounts ? account : address;
        }

        private void count(Counters counters, int unpunished, long first, long longest, long now) {
            Failures present = counters.of(key(counters), now);
            int count = present.count() + 1;
            long wait = count < unpunished ? 0 : Math.min(longest, first << Math.min(16, count - unpunished));
            before.put(counters, present);
            limit |= count == unpunished;
            counters.put(
                    key(counters),
                    new Failures(count, now, wait == 0 ? present.open() : now + wait, present.forgiven()),
                    now);
        }

        /** Takes the failure back. */
        void withdraw() {
            synchronized (Throttle.this) {
                long now = clock.millis();
                // Not simply put back as it was: other attempts may have been counted since.
                before.forEach((counters, present) -> {
                    Failures failures = counters.of(key(counters), now);
                    int count = Math.max(0, failures.count() - 1);
                    counters.put(
                            key(counters),
                            new Failures(
                                    count,
                                    count == 0 ? present.last() : failures.last(),
                                    count <= present.count() ? present.open() : failures.open(),
                                    failures.forgiven()),
                            now);
                });
                before.clear();
            }
        }

        /**
         * Takes the failure back, and remembers the address as the account's own.
         *
         * @param fresh whether the password was really worked out; then earlier failures there are forgotten too, once
         *     in a quarter of an hour
         */
        void succeeded(boolean fresh) {
            synchronized (Throttle.this) {
                withdraw();
                known.add(account, address);
                long now = clock.millis();
                Failures failures = pairs.of(key(pairs), now);
                if (fresh && failures.count() > 0 && now - failures.forgiven() >= FORGOTTEN) {
                    pairs.put(key(pairs), new Failures(0, now, 0, now), now);
                }
            }
        }

        /** Whether it is the one from which on attempts have to wait. */
        boolean reachedLimit() {
            return limit;
        }
    }

    /**
     * Lets an attempt through, counted as a failure.
     *
     * @param account what is tried; never the name alone where there is an account, since names are given again
     * @param address as {@link NetworkAddress} has it
     * @throws TooManyAttempts if it has to wait
     */
    synchronized Attempt admit(String account, String address) {
        Attempt attempt = new Attempt(account, address);
        long now = clock.millis();
        boolean home = known.has(account, address);
        long open = pairs.of(attempt.key(pairs), now).open();
        if (!home) {
            open = Math.max(open, addresses.of(address, now).open());
        }
        if (open > now) {
            throw new TooManyAttempts("too many failed logins", Duration.ofMillis(open - now));
        }
        boolean attacked = accounts.of(account, now).count() >= free * TIMES_MORE;
        if (attacked && !home) {
            attempt.count(pairs, Math.min(FEW, free), 8 * SECOND, LONGEST_UNDER_ATTACK, now);
        } else {
            attempt.count(pairs, free, SECOND, LONGEST, now);
        }
        attempt.count(accounts, Integer.MAX_VALUE, SECOND, LONGEST, now);
        attempt.count(addresses, free * TIMES_MORE, SECOND, LONGEST, now);
        return attempt;
    }

    /** Whether an account has logged in well from an address not long ago. */
    synchronized boolean isHome(String account, String address) {
        return known.has(account, address);
    }

    synchronized int remembered() {
        return pairs.size() + accounts.size() + addresses.size();
    }
}
