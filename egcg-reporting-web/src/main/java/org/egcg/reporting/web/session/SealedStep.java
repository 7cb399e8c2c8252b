package org.egcg.reporting.web.session;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.ejb.ReportingStartup;

/**
 * What a browser carries from the first step of a login to the second, so that nothing of it is kept here and nobody
 * can fill anything. Nobody but this service reads or changes it, it is good for five minutes, and only together with
 * the cookie of the form that it began with. Several nodes with one configured {@code key} take each other's.
 */
@ApplicationScoped
public class SealedStep {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Who has given which password. */
    public record Step(String name, String password) {
        @Override
        public String toString() {
            return "Step[" + name + "]";
        }
    }

    @Inject
    private ReportingStartup startup;

    private SecretKeySpec key;

    @PostConstruct
    void derive() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        key = new SecretKeySpec(
                startup.reporting()
                        .config()
                        .login()
                        .key()
                        .map(Secret::value)
                        .map(configured -> digest("step of a login " + configured))
                        .orElse(random),
                "AES");
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param form what ties it to the browser */
    public String seal(Step step, String form) {
        byte[] name = step.name().getBytes(StandardCharsets.UTF_8);
        byte[] password = step.password().getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + name.length + password.length)
                .putLong(Instant.now().plus(GOOD_FOR).toEpochMilli())
                .putInt(name.length)
                .put(name)
                .put(password)
                .array();
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, form).doFinal(plain);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty if it is none of ours, of another browser, or too old. */
    public Optional<Step> open(String text, String form) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length <= NONCE) {
                return Optional.empty();
            }
            byte[] nonce = java.util.Arrays.copyOf(bytes, NONCE);
            ByteBuffer plain = ByteBuffer.wrap(
                    cipher(Cipher.DECRYPT_MODE, nonce, form).doFinal(bytes, NONCE, bytes.length - NONCE));
            return Instant.now().toEpochMilli() > plain.getLong() ? Optional.empty() : Optional.of(read(plain));
        } catch (IllegalArgumentException | GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    private static Step read(ByteBuffer plain) {
        byte[] name = new byte[plain.getInt()];
        plain.get(name);
        byte[] password = new byte[plain.remaining()];
        plain.get(password);
        return new Step(new String(name, StandardCharsets.UTF_8), new String(password, StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, byte[] nonce, String form) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(form.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
