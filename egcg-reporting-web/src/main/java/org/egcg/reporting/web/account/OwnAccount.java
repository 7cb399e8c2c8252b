package org.egcg.reporting.web.account;

import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.security.Source;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.page.Link;
import org.egcg.reporting.web.route.Address;

/** The pages where one looks after one's own account. */
final class OwnAccount {

    static final String PASSWORD = "/change_password";
    static final String SECOND_FACTOR = "/second_factor";
    static final String SESSIONS = "/sessions";
    static final String TOKENS = "/tokens";

    private OwnAccount() {}

    /** The page of the password, which leads on to where one wanted to go. */
    static String passwordBefore(String wanted) {
        return wanted.equals("/") ? PASSWORD : Address.of(PASSWORD + "?redirect=", wanted);
    }

    /** Those that a user has: who is vouched for elsewhere has password and second factor there. */
    static List<Link> of(User user, String here) {
        List<Link> links = new ArrayList<>();
        if (user.source() == Source.LOCAL) {
            links.add(link("Password", PASSWORD, here));
            links.add(link("Second factor", SECOND_FACTOR, here));
        }
        links.add(link("Sessions", SESSIONS, here));
        links.add(link("API tokens", TOKENS, here));
        return List.copyOf(links);
    }

    private static Link link(String label, String href, String here) {
        return new Link(label, href, "", href.equals(here));
    }
}
