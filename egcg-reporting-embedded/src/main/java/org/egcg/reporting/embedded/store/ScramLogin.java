package org.egcg.reporting.embedded.store;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.embedded.access.Password;

/** The server's side of one login by SCRAM-SHA-256: two messages in, two out. Begun once, finished once. */
final class ScramLogin {

    /** Without binding to a channel; which user and which nonce. */
    private static final Pattern FIRST = Pattern.compile("n,,(n=([^,]+),r=([\\x21-\\x2b\\x2d-\\x7e]+))");

    /** {@code biws} is {@code n,,} again. */
    private static final Pattern LAST = Pattern.compile("(c=biws,r=([^,]+)),p=([A-Za-z0-9+/=]+)");

    private final ScramAccount account;
    private String nonce;
    private String conversation;

    ScramLogin(ScramAccount account) {
        this.account = account;
    }

    /** The answer to the client's first message; empty if it is none of this account. */
    Optional<String> begin(String message) {
        Matcher first = FIRST.matcher(message);
        if (nonce != null || !first.matches() || !first.group(2).equals(account.user())) {
            return Optional.empty();
        }
        nonce = first.group(3) + Password.random().value();
        String answer = "r=" + nonce + ",s=" + account.salt() + ",i=" + ScramAccount.ITERATIONS;
        conversation = first.group(1) + "," + answer + ",";
        return Optional.of(answer);
    }

    /** The answer to the client's last message; empty if it does not know the password. */
    Optional<String> finish(String message) {
        Matcher last = LAST.matcher(message);
        if (conversation == null || !last.matches() || !last.group(2).equals(nonce)) {
            return Optional.empty();
        }
        String whole = conversation + last.group(1);
        conversation = null;
        return account.accepts(decoded(last.group(3)), whole)
                ? Optional.of("v=" + Base64.getEncoder().encodeToString(account.signature(whole)))
                : Optional.empty();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
