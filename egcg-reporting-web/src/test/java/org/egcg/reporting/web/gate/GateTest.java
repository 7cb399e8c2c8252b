package org.egcg.reporting.web.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void whoComesBeforeTheServiceIsToldToComeAgainInTheShapeOfTheApi() throws IOException {
        Gate gate = new Gate("127.0.0.1", 0);
        assertThat(answer(gate.port(), "GET /api/0.1/runs?where={} HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                .contains("\r\nRetry-After: 5\r\n", "\r\nContent-Type: application/json\r\n")
                .endsWith(
                        "\r\n\r\n{\"_status\": \"ERR\", \"_error\": {\"code\": 503, \"message\": \"The service is starting. Please try"
                                + " again in a moment.\"}}");
        assertThat(answer(gate.port(), "GET /status/live HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("{\"status\": \"UP\", \"checks\": []}");
        assertThat(answer(gate.port(), "HEAD /status/ready HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 503 ")
                .endsWith("\r\n\r\n");
        gate.close();
    }

    @Test
    void whoKeepsItWaitingKeepsNobodyElse() throws IOException {
        Gate gate = new Gate("127.0.0.1", 0);
        Socket[] silent = new Socket[20];
        for (int i = 0; i < silent.length; i++) {
            silent[i] = new Socket(InetAddress.getLoopbackAddress(), gate.port());
        }
        assertThat(answer(gate.port(), "nonsense\r\n\r\n")).startsWith("HTTP/1.1 503 ");
        for (Socket socket : silent) {
            socket.close();
        }
        gate.close();
    }

    @Test
    void anOpenGateLeavesThePortToTheServer() throws IOException {
        Gate gate = new Gate("127.0.0.1", 0);
        int port = gate.port();
        answer(port, "GET / HTTP/1.1\r\n\r\n");
        gate.close();
        assertThatThrownBy(() -> answer(port, "GET / HTTP/1.1\r\n\r\n")).isInstanceOf(ConnectException.class);
        new ServerSocket(port).close();
    }

    @Test
    void whoSendsMuchSeesTheAnswerAndNoBrokenConnection() throws IOException {
        Gate gate = new Gate("127.0.0.1", 0);
        String much = "x".repeat(6 << 20);
        for (int round = 0; round < 10; round++) {
            assertThat(answer(
                            gate.port(),
                            "POST /api/0.1/runs HTTP/1.1\r\nHost: x\r\nContent-Length: " + much.length() + "\r\n\r\n"
                                    + much))
                    .startsWith("HTTP/1.1 503 ")
                    .endsWith("again in a moment.\"}}");
        }
        gate.close();
    }

    @Test
    void whoComesWhileItOpensIsAnsweredOrTurnedAway() throws Exception {
        for (int round = 0; round < 50; round++) {
            Gate gate = new Gate("127.0.0.1", 0);
            int port = gate.port();
            Thread visitors = new Thread(() -> comeUntilTurnedAway(port));
            visitors.start();
            Thread.sleep(2);
            gate.close();
            visitors.join(5_000);
            assertThat(visitors.isAlive())
                    .as("somebody waits in round " + round)
                    .isFalse();
        }
    }

    private static void comeUntilTurnedAway(int port) {
        try {
            while (answer(port, "GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 503 ")) {
                Thread.onSpinWait();
            }
        } catch (IOException turnedAway) {
            // as it should be
        }
    }

    private static String answer(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
