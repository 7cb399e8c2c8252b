package org.egcg.reporting.security;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * How passwords are kept: Argon2id with 19 MiB, two passes and a random salt, as OWASP's password storage sheet asks
 * for at least; older files hold plain SHA-256 digests, which are recognised. How many are worked out at a time is
 * {@link LoginQueue}'s question.
 */
final class Passwords {

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    private static final int SHA_256_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What an unknown user's password is compared with, so that it takes as long as a known one's. */
    private static final class Nobody {
        static final String HASH = hash(random());
    }

    private Passwords() {}

    /** 120 random bits that can be read out and typed. */
    static String random() {
        byte[] bits = new byte[15];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
    }

    /**
     * Whether a password is the one that was stored, as text of this class or as an older file's digest. What is
     * wrong takes equally long for all kinds of users.
     */
    static boolean matches(String password, Object stored) {
        String hash = stored instanceof byte[] ? "" : String.valueOf(stored);
        if (hash.startsWith("$argon2")) {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        }
        boolean right = isLegacy(stored) && MessageDigest.isEqual((byte[]) stored, sha256(password));
        if (!right) {
            compareWithNobody(password);
        }
        return right;
    }

    static boolean isLegacy(Object stored) {
        return stored instanceof byte[] digest && digest.length == SHA_256_BYTES;
    }

    /** Takes the time of a comparison. */
    static boolean compareWithNobody(String password) {
        return matches(password, Nobody.HASH) && password.isEmpty();
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
