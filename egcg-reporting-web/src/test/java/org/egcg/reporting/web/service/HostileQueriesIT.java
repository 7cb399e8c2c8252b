package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that nobody means well are refused in the API's own words, and nothing in them is evaluated. */
class HostileQueriesIT {

    private final Service service = RunningService.get().service();

    static Stream<String> filters() {
        return Stream.of(
                "{\"$where\": \"while (true) {}\"}",
                "{\"$or\": [{\"sample_id\": {\"$where\": \"1\"}}]}",
                "{\"$expr\": {\"$function\": {\"body\": \"function() {}\", \"args\": [], \"lang\": \"js\"}}}",
                "{\"sample_id\": {\"$function\": {\"body\": \"x\"}}}",
                "{\"sample_id\": {\"$regex\": \"((a{100}){100}){100}\"}}",
                "{\"sample_id\": {\"$gt\": {\"$where\": \"1\"}}}",
                "{\"$jsonSchema\": {}}",
                "{\"sample_id\": \"\\u0000\"}",
                "__import__('os').system('sleep 5')",
                "sample_id == __import__('os').system('sleep 5')",
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"a\":".repeat(6_000) + "1" + "}".repeat(6_000),
                "(".repeat(10_000) + "a == 1" + ")".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aHostileFilterIsRefused(String where) throws IOException {
        assertRefused("where=" + URLEncoder.encode(where, StandardCharsets.UTF_8));
    }

    /** By the server, before it reaches the API: heads of requests have 128 KB. */
    @ParameterizedTest
    @ValueSource(ints = {140_000, 200_000})
    void aFilterThatNoHeadOfARequestHoldsIsRefused(int length) throws IOException {
        String where = "{\"sample_id\": \"" + "x".repeat(length) + "\"}";
        assertThat(answer("GET", service.root().getPath() + "/samples?where=" + where))
                .startsWith("HTTP/1.1 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where=%ff",
                "where=%c3%28",
                "where={\"sample_id\":\"%00\"}",
                "sort=%00",
                "sort=$natural",
                "sort=__class__.__init__()",
                "projection=[1]",
                "embedded={\"a\"",
                "where={\"a\":{\"$size\":-1}}",
                "where={\"a\":{\"$bitsAllSet\":\"x\"}}"
            })
    void aBrokenQueryIsRefused(String query) throws IOException {
        assertRefused(query);
    }

    private void assertRefused(String query) throws IOException {
        String answer = answer("GET", service.root().getPath() + "/samples?" + query);
        assertThat(answer).startsWith("HTTP/1.1 4");
        BsonDocument body = JsonReader.read(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                .asDocument();
        assertThat(body.getString("_status").getValue()).isEqualTo("ERR");
        assertThat(body.getDocument("_error").getNumber("code").intValue()).isBetween(400, 499);
    }

    /** By hand: Java's own client refuses what browsers send. */
    private String answer(String method, String target) throws IOException {
        String login = Base64.getEncoder().encodeToString("apiuser:apiuser".getBytes(StandardCharsets.UTF_8));
        String request = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Basic " + login + "\r\n\r\n";
        try (Socket socket = new Socket(service.root().getHost(), service.root().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
