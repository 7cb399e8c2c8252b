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
 * LoginAttempts whose password was found right a short while ago, so that a client that sends it with each request pays for
 * the slow hash once. Holds no password: only a digest under a key that this process made and never gives away. It
 * covers the stored hash too, so a changed password voids it at once.
 */
final class VerifiedLogins {

    private static final int MOST = 10_000;

    private record Login(String digest, Duration goodFor, boolean renewed, long until) {
        Login usedAt(long now) {
            return renewed ? new Login(digest, goodFor, true, now + goodFor.toMillis()) : this;
        }
    }

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

    /**
     * @param user the account's id
     * @param goodFor how long it is remembered
     * @param renewed whether that begins anew each time it is used
     */
    void remember(String user, String password, Object storedHash, Duration goodFor, boolean renewed) {
        put(user, new Login(digest(user, password, storedHash), goodFor, renewed, clock.millis() + goodFor.toMillis()));
    }

    private void put(String user, Login login) {
        synchronized (byUser) {
            byUser.put(user, login);
        }
    }

    boolean remembers(String user, String password, Object storedHash) {
        Login login;
        synchronized (byUser) {
            login = byUser.get(user);
        }
        long now = clock.millis();
        boolean remembered =
                login != null && now < login.until() && isSame(login.digest(), digest(user, password, storedHash));
        if (remembered) {
            put(user, login.usedAt(now));
        }
        return remembered;
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
