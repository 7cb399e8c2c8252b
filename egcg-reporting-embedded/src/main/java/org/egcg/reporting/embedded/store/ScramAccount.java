package org.egcg.reporting.embedded.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.egcg.reporting.embedded.access.Password;

/** What a server keeps of an account for SCRAM-SHA-256 (RFC 5802, RFC 7677): enough to check a proof, not to make one. */
final class ScramAccount {

    /** The least that clients accept. The password is random, so that more would make nothing harder. */
    static final int ITERATIONS = 4096;

    private static final String HMAC = "HmacSHA256";
    private static final int SALT = 16;
    private static final int BITS = 256;

    private final String user;
    private final byte[] salt = new byte[SALT];
    private final byte[] storedKey;
    private final byte[] serverKey;

    ScramAccount(String user, Password password) {
        this.user = user;
        new SecureRandom().nextBytes(salt);
        byte[] salted = salted(password, salt);
        storedKey = hash(hmac(salted, "Client Key"));
        serverKey = hmac(salted, "Server Key");
    }

    private static byte[] salted(Password password, byte[] salt) {
        PBEKeySpec key = new PBEKeySpec(password.value().toCharArray(), salt, ITERATIONS, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2With" + HMAC)
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String user() {
        return user;
    }

    String salt() {
        return Base64.getEncoder().encodeToString(salt);
    }

    /** Whether the proof can only come from who knows the password, for this conversation. */
    boolean accepts(byte[] proof, String conversation) {
        byte[] clientKey = hmac(storedKey, conversation);
        if (proof.length != clientKey.length) {
            return false;
        }
        for (int i = 0; i < proof.length; i++) {
            clientKey[i] ^= proof[i];
        }
        return MessageDigest.isEqual(hash(clientKey), storedKey);
    }

    /** By which the client knows that the server has the account. */
    byte[] signature(String conversation) {
        return hmac(serverKey, conversation);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
