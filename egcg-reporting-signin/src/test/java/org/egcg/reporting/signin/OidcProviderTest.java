package org.egcg.reporting.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcProviderTest {

    private static final URI CALLBACK = URI.create("http://localhost:1/login/oidc/callback");
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private TestProvider there;
    private OidcProvider provider;

    @BeforeEach
    void start() throws IOException {
        there = TestProvider.start();
        provider = new OidcProvider(there.settings());
    }

    @AfterEach
    void stop() {
        there.close();
    }

    /** Where the provider sends a browser back to. */
    private static Map<String, List<String>> visited(URI address) throws Exception {
        HttpResponse<Void> answer =
                BROWSER.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
        String back = answer.headers().firstValue("Location").orElseThrow();
        Map<String, List<String>> parameters = new HashMap<>();
        TestProvider.parameters(URI.create(back).getRawQuery())
                .forEach((name, value) -> parameters.put(name, List.of(value)));
        return parameters;
    }

    private Vouched logIn() throws Exception {
        Begun begun = provider.begin(CALLBACK);
        return provider.finish(visited(begun.address()), begun.remembered(), CALLBACK);
    }

    @Test
    void whoIsLoggedInThereIsKnownHereWithHisGroups() throws Exception {
        there.groups = List.of("Lab Staff", "cn=Admins, dc=Example");
        Vouched ann = logIn();
        assertThat(ann.user().source()).isEqualTo(Source.OIDC);
        assertThat(ann.user().subject()).isEqualTo(there.address() + " id of ann");
        assertThat(ann.user().name()).isEqualTo("ann");
        assertThat(ann.user().groups()).isEqualTo(Set.of("lab staff", "cn=admins,dc=example"));
    }

    @Test
    void eachLoginAsksAnotherQuestion() {
        Begun one = provider.begin(CALLBACK);
        Begun two = provider.begin(CALLBACK);
        assertThat(one.address().getQuery())
                .contains("response_type=code", "code_challenge_method=S256", "scope=openid+profile")
                .doesNotContain(one.remembered().verifier());
        assertThat(one.remembered().state())
                .hasSizeGreaterThan(20)
                .isNotEqualTo(two.remembered().state());
        assertThat(one.remembered().nonce()).isNotEqualTo(two.remembered().nonce());
        assertThat(one.remembered().verifier()).isNotEqualTo(two.remembered().verifier());
        assertThat(one.remembered().toString()).doesNotContain(one.remembered().verifier());
    }

    static Stream<Named<UnaryOperator<JWTClaimsSet.Builder>>> lies() {
        return Stream.of(
                lie("of another issuer", claims -> claims.issuer("https://elsewhere.example")),
                lie("for another client", claims -> claims.audience("another")),
                lie("for several, of nobody", claims -> claims.audience(List.of(TestProvider.CLIENT, "another"))),
                lie("of another party", claims -> claims.claim("azp", "another")),
                lie("for several, of another", claims -> claims.audience(List.of(TestProvider.CLIENT, "another"))
                        .claim("azp", "another")),
                lie(
                        "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                lie("without end", claims -> claims.expirationTime(null)),
                lie(
                        "of the future",
                        claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600)))),
                lie("with another nonce", claims -> claims.claim("nonce", "another")),
                lie("without nonce", claims -> claims.claim("nonce", null)),
                lie("for another access token", claims -> claims.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA")),
                lie("without subject", claims -> claims.subject(null)),
                lie("without name", claims -> claims.claim("preferred_username", null)),
                lie("with a name of two lines", claims -> claims.claim("preferred_username", "ann\nadmin")),
                lie("with a name that is a list", claims -> claims.claim("preferred_username", List.of("ann"))));
    }

    private static Named<UnaryOperator<JWTClaimsSet.Builder>> lie(
            String what, UnaryOperator<JWTClaimsSet.Builder> how) {
        return Named.of(what, how);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void anIdTokenThatIsNotForThisLoginIsNotBelieved(UnaryOperator<JWTClaimsSet.Builder> lie) {
        there.claims = lie;
        assertThatThrownBy(this::logIn).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aTokenThatNobodyOrAnotherHasSignedIsNotBelieved() throws Exception {
        Begun begun = provider.begin(CALLBACK);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(there.address())
                .subject("id of ann")
                .audience(TestProvider.CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", begun.remembered().nonce())
                .claim("preferred_username", "ann")
                .build();
        SignedJWT bySecret = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        bySecret.sign(new MACSigner(TestProvider.CLIENT_SECRET.repeat(2)));
        for (String token : List.of(new PlainJWT(claims).serialize(), bySecret.serialize(), "no token", "a.b.c")) {
            there.token = Optional.of(token);
            assertThatThrownBy(() -> provider.finish(visited(begun.address()), begun.remembered(), CALLBACK))
                    .as(token)
                    .isInstanceOfAny(Unauthenticated.class, Unavailable.class);
        }
    }

    @Test
    void aKeyThatTheProviderDoesNotPublishSignsNothing() {
        there.key = TestProvider.key();
        assertThatThrownBy(this::logIn).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aNewKeyOfTheProviderIsFetchedWhenATokenNamesIt() throws Exception {
        logIn();
        there.key = TestProvider.key();
        there.published = there.key;
        assertThat(logIn().user().name()).isEqualTo("ann");
    }

    @Test
    void theAnswerToAnotherQuestionIsRefused() throws Exception {
        Begun mine = provider.begin(CALLBACK);
        Begun other = provider.begin(CALLBACK);
        Map<String, List<String>> answer = visited(other.address());
        assertThatThrownBy(() -> provider.finish(answer, mine.remembered(), CALLBACK))
                .isInstanceOf(Unauthenticated.class);
        answer.put("state", List.of(mine.remembered().state()));
        assertThatThrownBy(() -> provider.finish(answer, mine.remembered(), CALLBACK))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void anAnswerIsGoodOnce() throws Exception {
        Begun begun = provider.begin(CALLBACK);
        Map<String, List<String>> answer = visited(begun.address());
        provider.finish(answer, begun.remembered(), CALLBACK);
        assertThatThrownBy(() -> provider.finish(answer, begun.remembered(), CALLBACK))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void anAnswerThatNamesAnotherProviderIsRefused() throws Exception {
        Begun begun = provider.begin(CALLBACK);
        Map<String, List<String>> answer = visited(begun.address());
        answer.put("iss", List.of("https://elsewhere.example"));
        assertThatThrownBy(() -> provider.finish(answer, begun.remembered(), CALLBACK))
                .isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state=x", "code=x", "error=access_denied", "code=x&state=y&state=z"})
    void whatIsNoAnswerIsRefused(String query) {
        Map<String, List<String>> parameters = new HashMap<>();
        Stream.of(query.split("&"))
                .filter(part -> part.contains("="))
                .forEach(part -> parameters.merge(
                        part.substring(0, part.indexOf('=')),
                        List.of(part.substring(part.indexOf('=') + 1)),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
        Begun.Remembered remembered = provider.begin(CALLBACK).remembered();
        assertThatThrownBy(() -> provider.finish(parameters, remembered, CALLBACK))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void whomTheProviderDoesNotLetInIsNotLetInHere() {
        there.person = "";
        assertThatThrownBy(this::logIn).isInstanceOf(Unauthenticated.class).hasMessageContaining("access_denied");
    }

    @Test
    void aProviderWithoutRefreshTokensIsOfNoUse() {
        there.refreshable = false;
        assertThatThrownBy(this::logIn).isInstanceOf(Unauthenticated.class).hasMessageContaining("offline_access");
    }

    @Test
    void groupsThatTheTokenDoesNotHoldAreAskedFor() throws Exception {
        there.groupsInToken = false;
        assertThat(logIn().user().groups()).isEqualTo(Set.of("staff"));
        there.userInfoSubject = "id of bob";
        assertThatThrownBy(this::logIn).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void groupsMayLieInside() throws Exception {
        there.groupsInToken = false;
        there.claims = claims -> claims.claim("realm_access", Map.of("roles", List.of("Editors")));
        SignInSettings.Oidc plain = there.settings();
        OidcProvider nested = new OidcProvider(new SignInSettings.Oidc(
                plain.issuer(),
                plain.clientId(),
                plain.clientSecret(),
                plain.scopes(),
                plain.nameClaim(),
                "realm_access.roles",
                plain.label(),
                plain.redirectBase(),
                plain.caFile()));
        Begun begun = nested.begin(CALLBACK);
        assertThat(nested.finish(visited(begun.address()), begun.remembered(), CALLBACK)
                        .user()
                        .groups())
                .isEqualTo(Set.of("editors"));
    }

    @Test
    void anotherGroupIsToldWhenTheProviderIsAskedAgain() throws Exception {
        Vouched before = logIn();
        there.groups = List.of("admins");
        Vouched after = provider.refresh(before.refreshToken()).orElseThrow();
        assertThat(after.user().subject()).isEqualTo(before.user().subject());
        assertThat(after.user().groups()).isEqualTo(Set.of("admins"));
        assertThat(provider.refresh(after.refreshToken())).isPresent();
    }

    @Test
    void whomTheProviderDoesNotKnowAnyMoreIsGone() throws Exception {
        Vouched ann = logIn();
        there.knows = false;
        assertThat(provider.refresh(ann.refreshToken())).isEmpty();
        assertThat(provider.refresh("invented")).isEmpty();
    }

    @Test
    void aProviderThatIsAwayIsNoRefusalAndIsAskedAgainWhenItIsBack() throws Exception {
        Vouched ann = logIn();
        there.away();
        assertThatThrownBy(() -> provider.refresh(ann.refreshToken())).isInstanceOf(Unavailable.class);
        there.back();
        Thread.sleep(3_100);
        assertThat(provider.refresh(ann.refreshToken())).isPresent();
    }

    @Test
    void aProviderThatIsAwayAtTheStartIsFoundLater() throws Exception {
        there.away();
        OidcProvider early = new OidcProvider(there.settings());
        assertThatThrownBy(() -> early.begin(CALLBACK)).isInstanceOf(Unavailable.class);
        there.back();
        Thread.sleep(3_100);
        assertThat(early.begin(CALLBACK).address().toString()).startsWith(there.address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "http://localhost"})
    void aProviderThatCallsItselfSomebodyElseIsNotBelieved(String issuer) {
        there.issuer = issuer;
        assertThatThrownBy(() -> provider.begin(CALLBACK)).isInstanceOf(Unavailable.class);
    }

    @Test
    void oneLogsOutThereAsWell() {
        URI back = URI.create("http://localhost:1/login?loggedout=1");
        assertThat(provider.logout(back).orElseThrow().toString())
                .startsWith(there.address() + "/logout?")
                .contains("client_id=" + TestProvider.CLIENT, "post_logout_redirect_uri=");
    }
}
