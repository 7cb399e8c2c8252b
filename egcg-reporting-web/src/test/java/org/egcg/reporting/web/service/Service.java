package org.egcg.reporting.web.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonWriter;

/** The service under test, as its clients reach it. */
final class Service {

    private static final String UNESCAPED = "/%:@!$&'()*+,;=~-._";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;
    private final String user;
    private final String key;
    private final URI clarity;

    /**
     * @param root such as {@code http://localhost:8080/api/0.1}
     * @param user who has the same password
     * @param key signs tokens
     * @param clarity the stand-in for the LIMS, to which some steps are addressed
     */
    Service(URI root, String user, String key, URI clarity) {
        this.root = root;
        this.user = user;
        this.key = key;
        this.clarity = clarity;
    }

    URI clarity() {
        return clarity;
    }

    /** Sends a step's request. */
    HttpResponse<byte[]> send(BsonDocument step) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(step)).timeout(Duration.ofSeconds(60));
        BsonDocument headers = step.getDocument("headers", new BsonDocument());
        headers.forEach((name, value) -> request.header(name, value.asString().getValue()));
        if (!has(headers, "Authorization")) {
            authorize(request, step.get("auth", new BsonDocument("user", new BsonString(user))));
        }
        request.method(step.getString("method").getValue(), body(step, request, has(headers, "Content-Type")));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new AssertionError("no answer to " + step.toJson(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(new InterruptedIOException());
        }
    }

    private static boolean has(BsonDocument headers, String name) {
        return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    private URI address(BsonDocument step) {
        String query = pairs(step.getDocument("query", new BsonDocument()));
        String path = escaped(step.getString("path").getValue());
        return URI.create((step.containsKey("target") ? clarity : root) + path + (query.isEmpty() ? "" : "?" + query));
    }

    private static String escaped(String path) {
        return path.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> UNESCAPED.contains(letter) ? letter : URLEncoder.encode(letter, StandardCharsets.UTF_8))
                .map(letter -> letter.equals("+") ? "%20" : letter)
                .collect(Collectors.joining());
    }

    private static String pairs(BsonDocument fields) {
        return fields.entrySet().stream()
                .flatMap(field -> values(field.getValue()).stream()
                        .map(value -> encoded(field.getKey()) + "=" + encoded(Variables.text(value))))
                .collect(Collectors.joining("&"));
    }

    private static List<BsonValue> values(BsonValue value) {
        return value.isArray() ? value.asArray().getValues() : List.of(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static BodyPublisher body(BsonDocument step, HttpRequest.Builder request, boolean typed) {
        if (step.containsKey("json")) {
            return body(JsonWriter.text(step.get("json")), "application/json", request, typed);
        }
        if (step.containsKey("form")) {
            return body(pairs(step.getDocument("form")), "application/x-www-form-urlencoded", request, typed);
        }
        return step.containsKey("raw")
                ? BodyPublishers.ofString(step.getString("raw").getValue())
                : BodyPublishers.noBody();
    }

    private static BodyPublisher body(String text, String type, HttpRequest.Builder request, boolean typed) {
        if (!typed) {
            request.header("Content-Type", type);
        }
        return BodyPublishers.ofString(text);
    }

    private void authorize(HttpRequest.Builder request, BsonValue who) {
        if (!who.isDocument()) {
            return;
        }
        BsonDocument login = who.asDocument();
        if (login.containsKey("token")) {
            request.header("Authorization", "Token " + token(login.getDocument("token")));
        } else {
            String name = login.getString("user").getValue();
            String password = login.getString("password", new BsonString(user)).getValue();
            String pair = name + ":" + password;
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(utf8(pair)));
        }
    }

    private String token(BsonDocument wanted) {
        long age = wanted.getInt64("age", new BsonInt64(0)).getValue();
        byte[] time = BigInteger.valueOf(Instant.now().getEpochSecond() - age).toByteArray();
        BsonString name = wanted.getString("user", new BsonString(user));
        String signed = JsonWriter.text(name) + "." + url(time);
        String token = signed + "." + url(signature(signed));
        boolean tamper =
                wanted.containsKey("tamper") && wanted.getBoolean("tamper").getValue();
        return Base64.getEncoder().encodeToString(utf8(tamper ? token.replaceFirst("\"", "\"x") : token));
    }

    private byte[] signature(String signed) {
        try {
            byte[] secret = MessageDigest.getInstance("SHA-1").digest(utf8("itsdangerous" + "signer" + key));
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(utf8(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A request of a method and path relative to the API's root, with the user's credentials. */
    HttpRequest.Builder request(String method, String target, String body) {
        String login = Base64.getEncoder().encodeToString(utf8(user + ":" + user));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + target))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + login)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return body.isEmpty() ? request : request.header("Content-Type", "application/json");
    }

    HttpClient client() {
        return client;
    }

    URI root() {
        return root;
    }

    /** The answer to a request. */
    HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError("no answer", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(new InterruptedIOException());
        }
    }

    /** Empties every collection. */
    void empty(List<String> resources) {
        for (String resource : resources) {
            BsonDocument delete =
                    new BsonDocument("method", new BsonString("DELETE")).append("path", new BsonString("/" + resource));
            int status = send(delete).statusCode();
            if (!List.of(200, 204, 404).contains(status)) {
                throw new AssertionError("DELETE /" + resource + " answers " + status);
            }
        }
    }
}
