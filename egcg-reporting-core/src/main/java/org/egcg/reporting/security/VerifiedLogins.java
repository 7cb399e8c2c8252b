package org.egcg.reporting.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logins whose password was found right a short while ago, so that a client that sends it with each request pays for
 * the slow hash once. Holds no password: only a digest under a key that this process made and nobody else knows. It
 * covers the stored hash too, so a changed password voids it at once.
 */
final class VerifiedLogins {

    private static final int MOST = 10_000;
    private static final Duration GOOD_FOR = Duration.ofMinutes(4);

    private record Login(String digest, long until) {}

    private final InstantSource clock;
    private final SecretKeySpec key;
    private final Map<String, Login> byUser = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Login> eldest) {
            return size() > MOST;
        }
    };

    VerifiedLogins(InstantSource clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** @param user the account's id */
    void remember(String user, String password, Object storedHash) {
        remember(user, password, storedHash, GOOD_FOR);
    }

    /** @param most for no longer than this */
    void remember(String user, String password, Object storedHash, Duration most) {
        long time = Math.min(most.toMillis(), GOOD_FOR.toMillis());
        Login login = new Login(digest(user, password, storedHash), clock.millis() + time);
        synchronized (byUser) {
            byUser.put(user, login);
        }
    }

    boolean remembers(String user, String password, Object storedHash) {
        Login login;
        synchronized (byUser) {
            login = byUser.get(user);
        }
        return login != null
                && clock.millis() < login.until()
                && isSame(login.digest(), digest(user, password, storedHash));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells one account with one password from all others, for as long as this process lives. */
    String digest(String user, String password, Object storedHash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String part : new String[] {user, password}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
                mac.update((byte) ':');
                mac.update(bytes);
            }
            byte[] digest = mac.doFinal(
                    storedHash instanceof byte[] legacy
                            ? legacy
                            : storedHash.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
