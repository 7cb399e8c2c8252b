package org.egcg.reporting.security;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;

/**
 * Login tokens: base64 of {@code P.T.S}, the user's name as JSON text, the Unix time in seconds (base64url of its
 * bytes, big-endian) and the signature of both (base64url of HMAC-SHA1; the key is SHA-1 of {@code itsdangerous},
 * {@code signer} and the secret). Every node that knows the secret makes and accepts the same tokens. A token cannot be
 * revoked; whether its user still exists, with the password of that time, {@link Authenticator} asks. Immutable and thread-safe.
 */
public final class LoginTokens {

    private static final System.Logger LOG = System.getLogger(LoginTokens.class.getName());
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST = 4_096;

    private final SecretKeySpec key;
    private final long seconds;
    private final InstantSource clock;

    /**
     * @param secret what signs the tokens
     * @param timeout how long a token is good, to the second
     */
    public LoginTokens(String secret, Duration timeout, InstantSource clock) {
        this.key = key(secret);
        this.seconds = timeout.toSeconds();
        this.clock = Objects.requireNonNull(clock);
        if (secret.length() < SHORTEST_SECRET) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The key that signs login tokens has less than {0} characters: tokens can be forged",
                    SHORTEST_SECRET);
        }
    }

    private static SecretKeySpec key(String secret) {
        try {
            byte[] seed = ("itsdangerous" + "signer" + secret).getBytes(StandardCharsets.UTF_8);
            return new SecretKeySpec(MessageDigest.getInstance("SHA-1").digest(seed), "HmacSHA1");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A token for a user, good from now on. */
    public String issue(String user) {
        byte[] time = BigInteger.valueOf(now()).toByteArray();
        int sign = time.length > 1 && time[0] == 0 ? 1 : 0;
        String signed = JsonWriter.text(new BsonString(user)) + "."
                + url().encodeToString(java.util.Arrays.copyOfRange(time, sign, time.length));
        String token = signed + "." + signature(signed);
        return Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    /** Whom a token names, and when it was issued. */
    record Login(String user, Instant issued) {}

    /** The user whom a token names; empty if it is tampered with, too old, from the future, or no token. */
    public Optional<String> verify(String token) {
        return read(token).map(Login::user);
    }

    Optional<Login> read(String token) {
        String text = token.length() > LONGEST ? "" : decoded(token);
        int signature = text.lastIndexOf('.');
        int time = text.lastIndexOf('.', signature - 1);
        if (time < 0 || signature < 0 || !isSigned(text, signature)) {
            return Optional.empty();
        }
        return issued(text.substring(time + 1, signature))
                .flatMap(issued -> name(text.substring(0, time)).map(name -> new Login(name, issued)));
    }

    /** Characters that base64 does not know are skipped, padding is not asked for. */
    private static String decoded(String token) {
        String known = token.replaceAll("[^A-Za-z0-9+/]", "");
        int whole = known.length() % 4 == 1 ? known.length() - 1 : known.length();
        return new String(Base64.getDecoder().decode(known.substring(0, whole)), StandardCharsets.UTF_8);
    }

    private boolean isSigned(String text, int signature) {
        return MessageDigest.isEqual(
                signature(text.substring(0, signature)).getBytes(StandardCharsets.UTF_8),
                text.substring(signature + 1).getBytes(StandardCharsets.UTF_8));
    }

    /** When a token was issued; empty if that is too long ago or still to come. */
    private Optional<Instant> issued(String time) {
        try {
            BigInteger issued = new BigInteger(1, Base64.getUrlDecoder().decode(time));
            long age = issued.bitLength() < 63 ? now() - issued.longValue() : -1;
            return age >= 0 && age <= seconds
                    ? Optional.of(Instant.ofEpochSecond(issued.longValue()))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(String json) {
        try {
            BsonValue name = JsonReader.read(json);
            return name.isString() ? Optional.of(name.asString().getValue()) : Optional.empty();
        } catch (Malformed noJson) {
            return Optional.empty();
        }
    }

    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(key);
            return url().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Base64.Encoder url() {
        return Base64.getUrlEncoder().withoutPadding();
    }

    private long now() {
        return Math.floorDiv(clock.millis(), 1000L);
    }
}
