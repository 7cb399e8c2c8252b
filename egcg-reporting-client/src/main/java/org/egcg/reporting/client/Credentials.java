package org.egcg.reporting.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/** Who asks. Implementations are thread-safe, and their {@code toString} tells no secret. */
public interface Credentials {

    /** The {@code Authorization} header's value; empty text sends no header. */
    String authorization();

    /**
     * Called once per request that was answered 401. True when {@link #authorization()} now answers something other
     * than what was refused, so that asking again makes sense.
     */
    default boolean renew(String refused) {
        return false;
    }

    /** No {@code Authorization} header. */
    static Credentials none() {
        return fixed("no credentials", "");
    }

    /** {@code Basic} credentials in UTF-8. */
    static Credentials basic(String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return fixed("user " + user, "Basic " + pair);
    }

    /** A {@code Token} that stays what it is. */
    static Credentials token(String token) {
        return fixed("a token", "Token " + token);
    }

    private static Credentials fixed(String name, String authorization) {
        return new Credentials() {
            @Override
            public String authorization() {
                return authorization;
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    /** Tokens fetched when first needed and again when the server no longer takes the present one. */
    static Credentials tokens(Supplier<String> source) {
        return new Credentials() {
            private String current = "";

            @Override
            public synchronized String authorization() {
                if (current.isEmpty()) {
                    current = "Token " + source.get();
                }
                return current;
            }

            @Override
            public synchronized boolean renew(String refused) {
                if (current.equals(refused)) {
                    current = "Token " + source.get();
                }
                return !current.equals(refused);
            }

            @Override
            public String toString() {
                return "renewable token";
            }
        };
    }
}
