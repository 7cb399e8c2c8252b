package org.egcg.reporting.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where accounts have logged in well within a day: at most so many addresses of an account, so that one account's many do not push
 * out another's. Not thread-safe.
 */
final class KnownAddresses {

    private static final int MOST_ACCOUNTS = 5_000;
    private static final int MOST_PER_ACCOUNT = 100;
    private static final Duration KNOWN = Duration.ofDays(1);

    private final InstantSource clock;
    private final Map<String, Map<String, Long>> byAccount = bounded(MOST_ACCOUNTS);

    KnownAddresses(InstantSource clock) {
        this.clock = clock;
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    void add(String account, String address) {
        byAccount.computeIfAbsent(account, key -> bounded(MOST_PER_ACCOUNT)).put(address, clock.millis());
    }

    boolean has(String account, String address) {
        Map<String, Long> addresses = byAccount.get(account);
        Long last = addresses == null ? null : addresses.get(address);
        return last != null && clock.millis() - last < KNOWN.toMillis();
    }
}
