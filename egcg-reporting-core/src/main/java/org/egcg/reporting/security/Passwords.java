package org.egcg.reporting.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.ReportingException.Unavailable;

/**
 * How passwords are kept: Argon2id with 19 MiB, two passes and a random salt, as OWASP's password storage sheet asks
 * for at least; older files hold plain SHA-256 digests, which are recognised. Only as many hashes are worked out at a
 * time as there are processors, so that logins cannot use up the memory.
 */
final class Passwords {

    static final int SHORTEST = 8;
    static final int LONGEST = 256;

    /** Common passwords and names, keyboard walks, repetitions, dates: all need fewer than this. */
    private static final double FEWEST_GUESSES = 1e5;

    private static final Zxcvbn GUESSING = new Zxcvbn();

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    private static final int SHA_256_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore AT_A_TIME =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** What an unknown user's password is compared with, so that it takes as long as a known one's. */
    private static final class Nobody {
        static final String HASH = hash(random());
    }

    private Passwords() {}

    /** Refuses passwords that are too short, too long, the user's own name, or among the first that somebody would try. */
    static void check(String user, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Malformed("a password has between " + SHORTEST + " and " + LONGEST + " characters");
        }
        if (password.equalsIgnoreCase(user)) {
            throw new Malformed("a password must not be the user's name");
        }
        if (GUESSING.measure(password, List.of(user)).getGuesses() < FEWEST_GUESSES) {
            throw new Malformed("this password is guessed too quickly; add a word or two");
        }
    }

    /** 120 random bits that can be read out and typed. */
    static String random() {
        byte[] bits = new byte[15];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static String hash(String password) {
        return slowly(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult());
    }

    /** Whether a password is the one that was stored, as text of this class or as an older file's digest. */
    static boolean matches(String password, Object stored) {
        if (stored instanceof byte[] digest) {
            return isLegacy(stored) && MessageDigest.isEqual(digest, sha256(password));
        }
        String hash = String.valueOf(stored);
        return hash.startsWith("$argon2")
                && slowly(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    static boolean isLegacy(Object stored) {
        return stored instanceof byte[] digest && digest.length == SHA_256_BYTES;
    }

    /** Takes the time of a comparison. */
    static void compareWithNobody(String password) {
        matches(password, Nobody.HASH);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T slowly(java.util.function.Supplier<T> work) {
        try {
            AT_A_TIME.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable("users", "login was interrupted", stopping);
        }
        try {
            return work.get();
        } finally {
            AT_A_TIME.release();
        }
    }
}
