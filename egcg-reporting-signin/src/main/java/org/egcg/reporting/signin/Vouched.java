package org.egcg.reporting.signin;

import java.util.Objects;
import org.egcg.reporting.security.ExternalUser;

/**
 * A user whom the provider vouches for.
 *
 * @param refreshToken with which it is asked again
 */
public record Vouched(ExternalUser user, String refreshToken) {
    public Vouched {
        Objects.requireNonNull(user);
        Objects.requireNonNull(refreshToken);
    }

    @Override
    public String toString() {
        return user.toString();
    }
}
