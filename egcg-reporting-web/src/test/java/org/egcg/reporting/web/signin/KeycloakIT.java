package org.egcg.reporting.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.egcg.reporting.testkit.RunningServer;
import org.egcg.reporting.web.signin.Visitor.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logins by Keycloak's own form, and what its administrators change; the service asks it again after two seconds. */
class KeycloakIT {

    private static final long ASKED_AGAIN = 2_500;
    private static final String ADMINS_ONLY = "/users";

    private static RunningServer server;
    private static Keycloak keycloak;

    @BeforeAll
    static void start() throws Exception {
        Path directory = Path.of("target", "keycloak-" + System.nanoTime()).toAbsolutePath();
        server = RunningServer.in(directory);
        server.configured("rest_app: {url_prefix: api, api_version: '0.1'}").withExample("only for these logins");
        keycloak = Keycloak.start(directory, server.address());
        server.configured("""
                        rest_app: {url_prefix: api, api_version: '0.1'}
                        sign_in:
                            roles: {staff: viewer, lab admins: admin}
                            confirm_seconds: 2
                            local_pages: false
                            oidc: {issuer: '%s', client_id: %s, client_secret: %s, label: Keycloak, redirect_base: '%s'}
                        """.formatted(keycloak.issuer(), Keycloak.CLIENT, Keycloak.CLIENT_SECRET, server.address()))
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
        if (keycloak != null) {
            keycloak.close();
        }
    }

    private static URI at(String path) {
        return server.address().resolve(path);
    }

    /** From the login page to Keycloak's form and back. */
    private static Answer logIn(Visitor visitor, String name, String password) throws Exception {
        Answer login = visitor.visit(at("/runs/recent"));
        assertThat(login.body()).contains("Keycloak").doesNotContain("type=\"password\"");
        Answer form = visitor.visit(at("/login/oidc?redirect=%2Fruns%2Frecent"));
        assertThat(form.address().toString()).startsWith(keycloak.issuer());
        return visitor.enter(form, Map.of("username", name, "password", password, "credentialId", ""));
    }

    private static Visitor loggedIn(String name) throws Exception {
        Visitor visitor = new Visitor();
        Answer runs = logIn(visitor, name, Keycloak.PASSWORD);
        assertThat(runs.address()).isEqualTo(at("/runs/recent"));
        assertThat(runs.status()).isEqualTo(200);
        assertThat(runs.body()).contains(name);
        return visitor;
    }

    @Test
    void aWrongPasswordStaysAtKeycloak() throws Exception {
        Answer form = logIn(new Visitor(), "ann", "not hers");
        assertThat(form.address().toString()).startsWith(keycloak.issuer());
    }

    @Test
    void theGroupIsTheRoleAndAnotherGroupIsAnotherRoleInTime() throws Exception {
        assertThat(loggedIn("carol").visit(at(ADMINS_ONLY)).showsUsers()).isTrue();
        Visitor ann = loggedIn("ann");
        assertThat(ann.visit(at(ADMINS_ONLY)).showsUsers()).isFalse();
        keycloak.join("ann", "Lab%20Admins");
        Thread.sleep(ASKED_AGAIN);
        assertThat(ann.visit(at(ADMINS_ONLY)).showsUsers()).isTrue();
        keycloak.leave("ann", "Lab%20Admins");
        Thread.sleep(ASKED_AGAIN);
        assertThat(ann.visit(at(ADMINS_ONLY)).showsUsers()).isFalse();
        keycloak.leave("ann", "staff");
        Thread.sleep(ASKED_AGAIN);
        assertThat(ann.visit(at("/runs/recent")).place()).contains("signin=not_admitted");
    }

    @Test
    void whoIsInNoGroupIsNotAdmitted() throws Exception {
        assertThat(logIn(new Visitor(), "dave", Keycloak.PASSWORD).place()).isEqualTo("/login?signin=not_admitted");
    }

    @Test
    void whoIsDisabledOrRemovedThereIsOutInTime() throws Exception {
        Visitor bob = loggedIn("bob");
        keycloak.disable("bob");
        Thread.sleep(ASKED_AGAIN);
        assertThat(bob.visit(at("/runs/recent")).place()).contains("signin=confirmed_no_more");
        Visitor erin = loggedIn("erin");
        keycloak.remove("erin");
        Thread.sleep(ASKED_AGAIN);
        assertThat(erin.visit(at("/runs/recent")).place()).contains("signin=confirmed_no_more");
    }

    @Test
    void whoLogsOutHereMayLogOutThereToo() throws Exception {
        Visitor carol = loggedIn("carol");
        Answer out = carol.enter(carol.visit(at("/logout")), Map.of());
        assertThat(out.body()).contains("/login/oidc/logout");
        assertThat(carol.visit(at("/login/oidc")).place()).isEqualTo("/");
        carol.enter(carol.visit(at("/logout")), Map.of());
        Answer question = carol.visit(at("/login/oidc/logout"));
        assertThat(question.address().toString()).startsWith(keycloak.issuer());
        carol.enter(question, Map.of("confirmLogout", "Logout"));
        assertThat(carol.visit(at("/login/oidc")).address().toString()).startsWith(keycloak.issuer());
    }
}
