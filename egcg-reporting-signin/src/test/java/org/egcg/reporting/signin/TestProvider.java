package org.egcg.reporting.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.config.SignInSettings;

/**
 * A small OpenID provider, at which {@link #person} is logged in already: it sends browsers back at once. Tests change
 * what it signs, and with what.
 */
public final class TestProvider implements AutoCloseable {

    public static final String CLIENT = "reporting";
    public static final String CLIENT_SECRET = "a secret of the client";

    /** Making one takes seconds. */
    private static final RSAKey FIRST_KEY = key();

    /** Who is logged in there: subject and name; nobody if empty. */
    public volatile String person = "ann";

    public volatile List<String> groups = List.of("staff");

    /** Whether refresh tokens are taken. */
    public volatile boolean knows = true;

    /** Whether it gives refresh tokens at all. */
    volatile boolean refreshable = true;

    /** Whether groups stand in the ID token, or are told by the user info endpoint alone. */
    volatile boolean groupsInToken = true;

    volatile String userInfoSubject = "";
    volatile UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
    volatile Optional<String> token = Optional.empty();
    volatile RSAKey key = FIRST_KEY;
    volatile RSAKey published = key;
    volatile String issuer;

    /** How often refresh tokens were shown. */
    public final AtomicInteger refreshes = new AtomicInteger();

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, String> accessTokens = new ConcurrentHashMap<>();
    private final int port;
    private HttpServer server;

    private TestProvider() throws IOException {
        server = listening(0);
        port = server.getAddress().getPort();
        issuer = address();
    }

    public static TestProvider start() throws IOException {
        return new TestProvider();
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpServer listening(int wanted) throws IOException {
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        made.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata()));
        made.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(published.toPublicJWK()).toString()));
        made.createContext("/authorize", this::authorize);
        made.createContext("/token", this::token);
        made.createContext("/userinfo", this::userInfo);
        made.start();
        return made;
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** How this service knows it. */
    public SignInSettings.Oidc settings() {
        return new SignInSettings.Oidc(
                URI.create(address()),
                CLIENT,
                Optional.of(new Secret(CLIENT_SECRET)),
                List.of("openid", "profile"),
                "preferred_username",
                "groups",
                "Test Institute",
                URI.create("http://localhost:1"),
                Optional.empty());
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%2$s/authorize", "token_endpoint": "%2$s/token",
                 "userinfo_endpoint": "%2$s/userinfo", "jwks_uri": "%2$s/keys", "end_session_endpoint": "%2$s/logout",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer, address());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        String answer = person.isEmpty() ? "error=access_denied" : "code=" + code;
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?" + answer + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String credentials = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + CLIENT_SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + credentials).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if ("refresh_token".equals(sent.get("grant_type"))) {
            refresh(exchange, sent.get("refresh_token"));
        } else {
            Map<String, String> asked = codes.remove(String.valueOf(sent.get("code")));
            boolean good = asked != null && challenge(sent.get("code_verifier")).equals(asked.get("code_challenge"));
            if (good) {
                tokens(exchange, person, asked.get("nonce"));
            } else {
                json(exchange, 400, "{\"error\": \"invalid_grant\"}");
            }
        }
    }

    /** Each refresh token is good once, as careful providers have it. */
    private void refresh(HttpExchange exchange, String shown) throws IOException {
        refreshes.incrementAndGet();
        String owner = refreshTokens.remove(shown);
        if (owner == null || !knows) {
            json(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            tokens(exchange, owner, null);
        }
    }

    private void tokens(HttpExchange exchange, String owner, String nonce) throws IOException {
        String access = UUID.randomUUID().toString();
        String refresh = UUID.randomUUID().toString();
        accessTokens.put(access, owner);
        refreshTokens.put(refresh, owner);
        json(
                exchange,
                200,
                "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 60, %s\"id_token\": \"%s\"}"
                        .formatted(
                                access,
                                refreshable ? "\"refresh_token\": \"" + refresh + "\", " : "",
                                token.orElseGet(() -> idToken(owner, nonce, access))));
    }

    private String idToken(String owner, String nonce, String access) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("id of " + owner)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", nonce)
                .claim("at_hash", hash(access))
                .claim("preferred_username", owner);
        return signed(claims.apply(groupsInToken ? builder.claim("groups", groups) : builder)
                .build());
    }

    private String signed(JWTClaimsSet set) {
        try {
            SignedJWT signed = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    set);
            JWSSigner signer = new RSASSASigner(key);
            signed.sign(signer);
            return signed.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String owner = accessTokens.get(shown.replace("Bearer ", ""));
        String list = groups.stream().map(group -> '"' + group + '"').collect(Collectors.joining(", "));
        json(
                exchange,
                owner == null ? 401 : 200,
                "{\"sub\": \"%s\", \"groups\": [%s]}"
                        .formatted(userInfoSubject.isEmpty() ? "id of " + owner : userInfoSubject, list));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(String.valueOf(verifier)));
    }

    private static String hash(String access) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(access), 16));
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&")) {
            int is = part.indexOf('=');
            parameters.put(part.substring(0, is), URLDecoder.decode(part.substring(is + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Goes away; {@link #back()} brings it back on the same port. */
    public void away() {
        server.stop(0);
    }

    public void back() throws IOException {
        server = listening(port);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
