package org.egcg.reporting.embedded.access;

import java.security.SecureRandom;
import java.util.Base64;

/** A password that no person ever sees: 256 random bits, which end with the program. Safe inside of a URI. */
public record Password(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static Password random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "a password";
    }
}
