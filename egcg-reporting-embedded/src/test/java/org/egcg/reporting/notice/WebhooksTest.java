package org.egcg.reporting.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonDocument;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.config.NoticeSettings.Format;
import org.egcg.reporting.config.NoticeSettings.Webhook;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.notice.internal.WebhookSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real HTTP server receives. */
class WebhooksTest {

    private static final Notice NOTICE = Notice.of(
                    NoticeKind.RUN_ERRORED,
                    "r1",
                    Instant.parse("2026-03-02T12:00:00Z"),
                    "r_1 <!channel> @all",
                    "The LIMS says: *bad* [x](http://evil.example).",
                    "/run/r%201")
            .ofProjects(List.of("p1"))
            .on(Optional.of("E1"));

    private final List<String> bodies = new ArrayList<>();
    private final List<Headers> headers = new ArrayList<>();
    private int status = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            headers.add(exchange.getRequestHeaders());
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void send(Format format) throws NotSent {
        URI hook = URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
        NoticeSettings settings = new NoticeSettings(
                Optional.of(URI.create("https://reporting.example.org")),
                Optional.empty(),
                Map.of("hook", new Webhook(hook, format)),
                Optional.of(new Secret("secret")),
                Duration.ofDays(2),
                Duration.ofDays(7),
                7);
        NoticeMessage message = new NoticeText("Lab", settings.address()).message(NOTICE.id(), List.of(NOTICE));
        new WebhookSender(settings, "Lab", InstantSource.fixed(Instant.ofEpochSecond(1000))).send("hook", message);
    }

    private BsonDocument body() {
        return JsonReader.read(bodies.get(0)).asDocument();
    }

    @Test
    void aProgramGetsAllThatIsKnownUnderTheIdOfTheNotice() throws NotSent {
        send(Format.JSON);

        assertThat(bodies)
                .containsExactly(
                        ("{'id': '%1$s', 'facility': 'Lab', 'subject': '[Lab] Run errored: r_1 <!channel> @all', 'notices': ["
                                        + "{'id': '%1$s', 'kind': 'run_errored', 'urgency': 'urgent',"
                                        + " 'at': '2026-03-02T12:00:00Z', 'subject': 'r_1 <!channel> @all',"
                                        + " 'reason': 'The LIMS says: *bad* [x](http://evil.example).',"
                                        + " 'link': 'https://reporting.example.org/run/r%%201',"
                                        + " 'projects': ['p1'], 'instrument': 'E1'}]}")
                                .formatted(NOTICE.id())
                                .replace('\'', '"'));
        assertThat(headers.get(0).getFirst("X-Notice-Id")).isEqualTo(NOTICE.id());
    }

    @Test
    void theSignatureIsThatOfMomentAndBody() throws Exception {
        send(Format.JSON);

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal(("1000." + bodies.get(0)).getBytes(StandardCharsets.UTF_8));
        assertThat(headers.get(0).getFirst("X-Notice-Timestamp")).isEqualTo("1000");
        assertThat(headers.get(0).getFirst("X-Notice-Signature"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(expected));
    }

    @Test
    void chatsGetATextInWhichNamesMentionAndFormatNothing() throws NotSent {
        send(Format.SLACK);
        assertThat(body().getString("text").getValue())
                .startsWith("*Run errored: r\u200b_1 &lt;!channel&gt; @\u200ball*\n")
                .endsWith("<https://reporting.example.org/run/r%201|open>");
        bodies.clear();
        send(Format.MATTERMOST);
        assertThat(body().getString("text").getValue())
                .startsWith("**Run errored: r\\_1 \\<\\!channel\\> @\u200ball**\n")
                .contains("\\*bad\\* \\[x\\]\\(http")
                .endsWith("[open](https://reporting.example.org/run/r%201)");
    }

    @Test
    void teamsGetsACard() throws NotSent {
        send(Format.TEAMS);

        BsonDocument attachment = body().getArray("attachments").get(0).asDocument();
        assertThat(attachment.getString("contentType").getValue()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.getDocument("content").getArray("body")).hasSize(3);
    }

    @Test
    void nothingIsFollowedElsewhereAndEachAnswerIsWhatItMeans() {
        status = 302;
        assertThatThrownBy(() -> send(Format.JSON)).isInstanceOfSatisfying(NotSent.class, failed -> {
            assertThat(failed.isRefused()).isFalse();
            assertThat(failed).hasMessage("webhook hook answers 302");
        });
        assertThat(bodies).hasSize(1);
        status = 410;
        assertThatThrownBy(() -> send(Format.JSON))
                .isInstanceOfSatisfying(
                        NotSent.class, failed -> assertThat(failed.isRefused()).isTrue());
        status = 429;
        assertThatThrownBy(() -> send(Format.JSON))
                .isInstanceOfSatisfying(
                        NotSent.class, failed -> assertThat(failed.isRefused()).isFalse());
        server.stop(0);
        assertThatThrownBy(() -> send(Format.JSON))
                .isInstanceOfSatisfying(
                        NotSent.class, failed -> assertThat(failed.isRefused()).isFalse())
                .hasMessage("webhook hook does not answer");
    }
}
