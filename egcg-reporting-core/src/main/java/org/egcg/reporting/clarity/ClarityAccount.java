package org.egcg.reporting.clarity;

import java.util.Objects;

/** A user's account in the LIMS. Its text form leaves the password out, so that no log and no message has it. */
public record ClarityAccount(String username, String password) {

    public ClarityAccount {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
