package org.egcg.reporting.signin;

import org.egcg.reporting.security.User;

/** How it is with a session: its user, as he is now, or why it has ended. */
public sealed interface SessionStanding {

    record Good(User user) implements SessionStanding {}

    record Ended(SignInRefusal why) implements SessionStanding {}
}
