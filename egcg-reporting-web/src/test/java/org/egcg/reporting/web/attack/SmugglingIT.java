package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that a server and a proxy in front of it may read differently. They are refused, or read as the standard has
 * it; what comes behind them on the connection is never answered as a request of its own.
 */
class SmugglingIT {

    private static final String HIDDEN =
            "GET /status/live?hidden HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final String POST = "POST /api/0.1/species HTTP/1.1\r\nHost: localhost\r\n" + Wire.basic("writer")
            + "\r\nContent-Type: application/json\r\n";
    private static final String GET = "GET /status/live HTTP/1.1\r\nHost: localhost\r\n";

    private final int port = AttackedServer.get().port();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "Content-Length: 2, 2\r\n\r\n{}",
                "Content-Length: +2\r\n\r\n{}",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: 0x2\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n10000000000000002\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}0\r\n\r\n",
            })
    void aBodyWhoseEndIsNotClearIsRefusedWithWhatFollowsIt(String headersAndBody) {
        assertRefused(Wire.exchange(port, POST + headersAndBody + HIDDEN));
    }

    /** A known list of codings is decoded, any other refused; what comes behind must not be taken for the body. */
    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "chunked, identity", "identity", "\u000bchunked"})
    void aBodyInACodingThatIsNotKnownIsRefused(String coding) {
        String answer =
                Wire.exchange(port, POST + "Transfer-Encoding: " + coding + "\r\nConnection: close\r\n\r\n0\r\n\r\n");
        assertRefused(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X\0A: b", "X-A: a\0b", "Host: elsewhere"})
    void aHeaderThatIsNoneIsRefused(String header) {
        assertRefused(Wire.exchange(port, GET + header + "\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /status/live\r\n\r\n",
                "GET /status/live HTTP/2.0\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /status/live HTTP/1.2\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /status/live HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /status/live HTTP/1.1\r\nHost: a b/@c\r\nConnection: close\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere:443\r\nConnection: close\r\n\r\n",
                "TRACE /status/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            })
    void aRequestOfAnotherVersionOrWithoutAHostIsRefused(String request) {
        String answer = Wire.exchange(port, request);
        assertThat(answer).doesNotContain("200 OK").doesNotContain(" 101 ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2c", "websocket", "jboss-remoting", "TLS/1.0"})
    void noOtherProtocolIsGoneOverTo(String protocol) {
        String answer = Wire.exchange(
                port,
                GET + "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: " + protocol
                        + "\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-JbossRemoting-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain(" 101 ");
    }

    /** As Java's own client sends each request that it has no connection for yet. */
    @ParameterizedTest
    @ValueSource(strings = {"h2c", "websocket", "x"})
    void theBodyOfARequestThatOffersAnotherProtocolIsReadAllTheSame(String protocol) {
        String genome = "{\"assembly_name\": \"beside_" + protocol + System.nanoTime() + "\"}";
        String answer = Wire.exchange(
                port,
                "POST /api/0.1/genomes HTTP/1.1\r\nHost: localhost\r\n" + Wire.basic("writer")
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + genome.length()
                        + "\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: " + protocol
                        + "\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n" + genome);
        assertThat(answer).startsWith("HTTP/1.1 201");
    }

    /** It offers h2c with each request, and keeps connections unless it is told not to. */
    @Test
    void javasOwnClientIsAnsweredEachTime() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 30; i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            AttackedServer.get().address().resolve("/api/0.1/genomes"))
                    .header("Authorization", Wire.basic("reader").replaceFirst("^Authorization: ", ""));
            assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
            assertThat(client.send(request.POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    /** Undertow reads these in ways of its own, see docs/advisories.md; there they are for the proxy to refuse. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /status/live HTTP/1.1\r\n Host: localhost\r\n\r\n",
                "GET /status/live HTTP/1.1\nHost: localhost\n\n",
                GET + "X A: b\r\nConnection: close\r\n\r\n",
                GET + "X-A : b\r\nConnection: close\r\n\r\n",
                GET + ": b\r\nConnection: close\r\n\r\n",
                GET + "X-A: a\rX-B: b\r\nConnection: close\r\n\r\n",
            })
    void payaraTakesNoOtherLinesAndNames(String request) {
        assumeThat(System.getProperty("egcg.server", "payara")).isEqualTo("payara");
        assertRefused(Wire.exchange(port, request));
    }

    private static void assertRefused(String answer) {
        assertThat(answer).doesNotContain("200 OK").doesNotContain("201 Created");
        assertThat(Wire.status(answer)).isIn(0, 400, 413, 501);
        assertThat(answer.split("HTTP/1\\.[01] \\d", -1)).hasSizeLessThanOrEqualTo(2);
    }
}
