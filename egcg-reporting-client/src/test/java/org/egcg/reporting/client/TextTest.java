package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.GString;
import java.nio.CharBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.GStringImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is a sequence of characters is text, as a value and as a name. */
class TextTest extends OnTheWire {
    record Element(CharSequence runId, Map<CharSequence, Object> more) {}

    /** What {@code "run_${1}"} is in Groovy. */
    private static GString gstring() {
        return new GStringImpl(new Object[] {1}, new String[] {"run_", ""});
    }

    static Stream<CharSequence> texts() {
        StringBuilder built = new StringBuilder();
        built.append("run_").append(1);
        return Stream.of(gstring(), built, CharBuffer.wrap("run_1"));
    }

    private static Map<Object, Object> map(Object name, Object value) {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(name, value);
        return map;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void documentsHoldItAsText(CharSequence text) {
        communicator.postEntry("ep", map(text, text));
        communicator.postEntry("ep", map("l", List.of(text, map("o", new CharSequence[] {text}))));
        communicator.postEntry("ep", new Element(text, Map.of(text, text)));
        communicator.postForm("ep", map(text, text));

        assertThat(server.requests())
                .extracting(RecordingServer.Request::body)
                .containsExactly(
                        "{\"run_1\": \"run_1\"}",
                        "{\"l\": [\"run_1\", {\"o\": [\"run_1\"]}]}",
                        "{\"run_id\": \"run_1\", \"more\": {\"run_1\": \"run_1\"}}",
                        "run_1=run_1");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void queriesHoldItAsText(CharSequence text) {
        communicator.getContent(
                "ep", Query.where("a", text).and("b", List.of(text)).unpaged());
        communicator.getContent(
                "ep", Query.where(map(text, map("$in", List.of(text)))).unpaged());
        communicator.getContent("ep", Query.match("a", text).with("sort", text).unpaged());

        assertThat(server.lines())
                .containsExactly(
                        "GET …/ep/?where=%7B%22a%22%3A+%22run_1%22%2C+%22b%22%3A+%5B%22run_1%22%5D%7D",
                        "GET …/ep/?where=%7B%22run_1%22%3A+%7B%22%24in%22%3A+%5B%22run_1%22%5D%7D%7D",
                        "GET …/ep/?match=%7B%22a%22%3A+%22run_1%22%7D&sort=run_1");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void changesHoldItAsText(CharSequence text) {
        server.always(request -> request.method().equals("GET")
                ? data("{\"_id\": \"1\", \"_etag\": \"e\", \"uid\": \"run_1\", \"l\": [\"run_1\"]}")
                : stored());

        communicator.patchEntry("ep", map("l", List.of(text, "other")), "uid", text, "l");
        assertThat(server.requests().get(0).address()).contains("where=%7B%22uid%22%3A+%22run_1%22%7D");
        assertThat(server.last().body()).isEqualTo("{\"l\": [\"run_1\", \"other\"]}");
        communicator.postOrPatch(
                "ep",
                List.of(map("uid", text), map("uid", "run_2")),
                "uid",
                Batch.stopping().chunk(2));
        assertThat(server.requests().get(3).body()).isEqualTo("{}");
        assertThat(server.last().body()).isEqualTo("{\"uid\": \"run_2\"}");
    }
}
