package org.egcg.reporting.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.egcg.reporting.security.User;
import org.egcg.reporting.signin.OidcProvider;
import org.egcg.reporting.signin.Providers;
import org.egcg.reporting.signin.SignInRefusal;

/** What the login page offers, and what it says when a user comes back without a login. */
@Named("signIn")
@ApplicationScoped
public class SignIn {

    @Inject
    private SignInStartup startup;

    private Providers providers() {
        return startup.providers();
    }

    /** Whether there is a form for names and passwords: for local accounts, or those of a directory. */
    public boolean localPages() {
        return providers().settings().localPages() || providers().directory().isPresent();
    }

    /** Whether the form does not let a user in whose password is right. */
    public boolean refuses(User user) {
        return user.isLocal() && !providers().settings().localPages();
    }

    /** Whether one can log in at an OpenID provider. */
    public boolean oidc() {
        return providers().oidc().isPresent();
    }

    /** Whether one can log out there. */
    public boolean oidcLogout() {
        return oidc();
    }

    public String oidcLabel() {
        return providers().oidc().map(OidcProvider::label).orElse("");
    }

    /** @param redirect where one goes on to afterwards */
    public String oidcAddress(String redirect) {
        return OidcServlet.BEGIN + "?redirect=" + URLEncoder.encode(redirect, StandardCharsets.UTF_8);
    }

    /** What a code in an address means; empty text if it is none. */
    public String sentence(String code) {
        return code == null
                ? ""
                : SignInRefusal.of(code).map(SignInRefusal::sentence).orElse("");
    }
}
