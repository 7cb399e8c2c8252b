package org.egcg.reporting.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.signin.TestDirectory;
import org.egcg.reporting.signin.TestProvider;
import org.egcg.reporting.testkit.RunningServer;
import org.egcg.reporting.web.signin.Visitor.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service whose users are known by a provider, a directory and a proxy; asked again after two seconds. */
class SignInIT {

    private static final String PASSWORD = "only for these logins";
    private static final long ASKED_AGAIN = 3_100;
    private static final String ADMINS_ONLY = "/users";

    private static TestProvider provider;
    private static TestDirectory directory;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        provider = TestProvider.start();
        directory = TestDirectory.start().group("staff").group("admins");
        server = RunningServer.in(
                Path.of("target", "signin-" + System.nanoTime()).toAbsolutePath());
        server.configured("""
                        rest_app: {url_prefix: api, api_version: '0.1'}
                        service: {proxies: ['127.0.0.1', '::1']}
                        sign_in:
                            roles: {Staff: viewer, 'cn=admins,ou=groups,dc=example,dc=org': admin, Admins: admin}
                            confirm_seconds: 2
                            oidc: {issuer: '%s', client_id: %s, client_secret: '%s', label: Test Institute, redirect_base: '%s'}
                            ldap: {urls: ['ldap://localhost:%d'], start_tls: false, bind_dn: '%s', bind_password: '%s',
                                user_base: '%s', group_base: '%s'}
                            header: {user: X-Remote-User, groups: X-Remote-Groups}
                        """.formatted(
                                provider.address(),
                                TestProvider.CLIENT,
                                TestProvider.CLIENT_SECRET,
                                server.address().resolve("/").toString(),
                                directory.port(),
                                TestDirectory.READER,
                                TestDirectory.READER_PASSWORD,
                                TestDirectory.PEOPLE,
                                TestDirectory.GROUPS))
                .withExample(PASSWORD)
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
        directory.close();
    }

    @BeforeEach
    void providerAsAlways() {
        provider.groups = List.of("staff");
        provider.knows = true;
    }

    private static URI at(String path) {
        return server.address().resolve(path);
    }

    private static Visitor loggedInThere(String person) throws Exception {
        provider.person = person;
        Visitor visitor = new Visitor();
        Answer home = visitor.visit(at("/login/oidc?redirect=%2Fruns%2Frecent"));
        assertThat(home.place()).isEqualTo("/runs/recent");
        assertThat(home.status()).isEqualTo(200);
        return visitor;
    }

    @Test
    void theLoginPageLeadsToTheProviderAndBackToWhereOneWanted() throws Exception {
        provider.person = "olga";
        Visitor olga = new Visitor();
        Answer login = olga.visit(at("/samples/all"));
        assertThat(login.place()).isEqualTo("/login?redirect=%2Fsamples%2Fall");
        assertThat(login.body()).contains("Test Institute", "/login/oidc?redirect=%2Fsamples%2Fall");
        Answer samples = olga.visit(at("/login/oidc?redirect=%2Fsamples%2Fall"));
        assertThat(samples.place()).isEqualTo("/samples/all");
        assertThat(samples.body()).contains("olga");
        assertThat(olga.cookie(at("/"), "egcg-attempt")).isEmpty();
    }

    @Test
    void anotherGroupThereIsAnotherRoleHereAndARefusalIsTheEnd() throws Exception {
        Visitor ann = loggedInThere("ann");
        assertThat(ann.visit(at(ADMINS_ONLY)).showsUsers()).isFalse();
        provider.groups = List.of("Admins");
        Thread.sleep(ASKED_AGAIN);
        assertThat(ann.visit(at(ADMINS_ONLY)).showsUsers()).isTrue();
        provider.groups = List.of("staff");
        Thread.sleep(ASKED_AGAIN);
        assertThat(ann.visit(at(ADMINS_ONLY)).showsUsers()).isFalse();
        provider.knows = false;
        Thread.sleep(ASKED_AGAIN);
        Answer login = ann.visit(at("/runs/recent"));
        assertThat(login.place()).startsWith("/login?").contains("signin=confirmed_no_more");
        assertThat(login.body()).contains("does not know you any more");
        provider.knows = true;
        assertThat(ann.visit(at("/runs/recent")).place()).startsWith("/login");
    }

    @Test
    void whoIsInNoGroupIsToldSo() throws Exception {
        provider.person = "guest";
        provider.groups = List.of("others");
        Answer login = new Visitor().visit(at("/login/oidc"));
        assertThat(login.place()).isEqualTo("/login?signin=not_admitted");
        assertThat(login.body()).contains("in no group that may use this service");
    }

    /** The administrator of these tests has an account here. */
    @Test
    void nobodyTakesTheNameOfALocalAccount() throws Exception {
        provider.person = "demo";
        provider.groups = List.of("admins");
        assertThat(new Visitor().visit(at("/login/oidc")).place()).isEqualTo("/login?signin=name_taken");
    }

    @Test
    void anAnswerThatTheBrowserDidNotAskForIsRefused() throws Exception {
        provider.person = "ann";
        Visitor ann = new Visitor();
        String there = ann.look(at("/login/oidc")).location().orElseThrow();
        URI back = URI.create(new Visitor().look(URI.create(there)).location().orElseThrow());
        assertThat(new Visitor().visit(back).place()).isEqualTo("/login?signin=failed");
        Visitor other = new Visitor();
        other.look(at("/login/oidc"));
        assertThat(other.visit(back).place()).isEqualTo("/login?signin=failed");
        Visitor forger = new Visitor();
        String cookie = ann.cookie(at("/"), "egcg-attempt");
        forger.setCookie(at("/"), "egcg-attempt", (cookie.charAt(0) == 'A' ? 'B' : 'A') + cookie.substring(1));
        assertThat(forger.visit(back).place()).isEqualTo("/login?signin=failed");
        assertThat(ann.visit(back).place()).isEqualTo("/");
        ann.setCookie(at("/"), "egcg-attempt", cookie);
        assertThat(ann.visit(back).place()).isEqualTo("/login?signin=failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "/logout", "javascript:x", ""})
    void theWayBackLeadsNowhereElse(String redirect) throws Exception {
        provider.person = "ann";
        String query = URLEncoder.encode(redirect, StandardCharsets.UTF_8);
        assertThat(new Visitor().visit(at("/login/oidc?redirect=" + query)).place())
                .isEqualTo("/");
    }

    @Test
    void afterLogoutOneIsOfferedToLogOutThere() throws Exception {
        Visitor ann = loggedInThere("ann");
        Answer out = ann.enter(ann.visit(at("/logout")), Map.of());
        assertThat(out.place()).isEqualTo("/login?loggedout=1");
        assertThat(out.body()).contains("/login/oidc/logout");
        assertThat(ann.visit(at("/runs/recent")).place()).startsWith("/login");
        assertThat(ann.look(at("/login/oidc/logout")).location().orElseThrow())
                .startsWith(provider.address() + "/logout?");
    }

    private static Visitor loggedInHere(String name, String password) throws Exception {
        Visitor visitor = new Visitor();
        visitor.enter(visitor.visit(at("/login")), Map.of("username", name, "password", password));
        return visitor;
    }

    private static int api(String name, String password) throws IOException, InterruptedException {
        String plain = name + ":" + password;
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.api() + "/runs"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aPersonOfTheDirectoryComesInWithHisPasswordAndIsOutWhenHeIsRemovedThere() throws Exception {
        directory.person("bob");
        directory.set("cn=staff," + TestDirectory.GROUPS, "member", TestDirectory.dn("bob"));
        assertThat(loggedInHere("bob", "wrong").visit(at("/runs/recent")).place())
                .startsWith("/login");
        Visitor bob = loggedInHere("bob", TestDirectory.PASSWORD);
        assertThat(bob.visit(at("/runs/recent")).place()).isEqualTo("/runs/recent");
        assertThat(bob.visit(at(ADMINS_ONLY)).showsUsers()).isFalse();
        assertThat(api("bob", TestDirectory.PASSWORD)).isEqualTo(200);
        directory.set("cn=admins," + TestDirectory.GROUPS, "member", TestDirectory.dn("bob"));
        Thread.sleep(ASKED_AGAIN);
        assertThat(bob.visit(at(ADMINS_ONLY)).showsUsers()).isTrue();
        directory.remove(TestDirectory.dn("bob"));
        Thread.sleep(ASKED_AGAIN);
        assertThat(bob.visit(at("/runs/recent")).place()).startsWith("/login");
        assertThat(api("bob", TestDirectory.PASSWORD)).isEqualTo(401);
    }

    @Test
    void aPasswordThatIsChangedThereIsAnotherHere() throws Exception {
        directory.person("carol");
        directory.set("cn=staff," + TestDirectory.GROUPS, "member", TestDirectory.dn("carol"));
        assertThat(api("carol", TestDirectory.PASSWORD)).isEqualTo(200);
        directory.set(TestDirectory.dn("carol"), "userPassword", "another one of the institute");
        Thread.sleep(ASKED_AGAIN);
        assertThat(api("carol", TestDirectory.PASSWORD)).isEqualTo(401);
        assertThat(api("carol", "another one of the institute")).isEqualTo(200);
    }

    @Test
    void localAccountsStayForPipelinesWhileTheDirectoryIsAway() throws LDAPException, Exception {
        directory.away();
        assertThat(api("demo", PASSWORD)).isEqualTo(200);
        assertThat(api("nobody", PASSWORD)).isEqualTo(503);
        directory.back();
        Thread.sleep(ASKED_AGAIN);
        assertThat(api("nobody", PASSWORD)).isEqualTo(401);
    }

    @Test
    void whomAKnownProxyNamesIsInForAsLongAsItNamesHim() throws Exception {
        Visitor dora = new Visitor().with("X-Remote-User", "dora").with("X-Remote-Groups", "others,staff");
        assertThat(dora.visit(at("/runs/recent")).body()).contains("dora");
        assertThat(dora.visit(at(ADMINS_ONLY)).showsUsers()).isFalse();
        dora.with("X-Remote-Groups", "admins");
        assertThat(dora.visit(at(ADMINS_ONLY)).showsUsers()).isTrue();
        dora.without("X-Remote-User");
        assertThat(dora.visit(at("/runs/recent")).place()).startsWith("/login");
        dora.with("X-Remote-User", "dora").with("X-Remote-Groups", "none");
        assertThat(dora.visit(at("/runs/recent")).place()).startsWith("/login");
    }

    @Test
    void whoIsNoProxyNamesNobodyWhateverAddressHeClaims() throws Exception {
        String named = "X-Remote-User: dora\r\nX-Remote-Groups: admins\r\n";
        assertThat(raw(1, named)).contains(" 200 ");
        assertThat(raw(1, named + "X-Forwarded-For: 192.0.2.7\r\n")).contains(" 200 ");
        assertThat(raw(1, "X-Remote-User: eve\r\n" + named)).doesNotContain(" 200 ");
        assertThat(raw(2, named)).doesNotContain(" 200 ");
        assertThat(raw(2, named + "X-Forwarded-For: 127.0.0.1\r\n")).doesNotContain(" 200 ");
    }

    private static InetAddress loopback(int last) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    /** The first line of the answer to a request from one of this machine's addresses. */
    private static String raw(int from, String headers) throws IOException {
        try (Socket socket = new Socket(loopback(1), server.port(), loopback(from), 0)) {
            socket.getOutputStream()
                    .write(("GET /runs/recent HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.indexOf('\r') + 1).replace('\r', ' ');
        }
    }
}
