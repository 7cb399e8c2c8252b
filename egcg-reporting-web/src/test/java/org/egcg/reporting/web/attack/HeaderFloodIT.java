package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that send most of a request's head and then wait. They cost the server little, and nobody else a thing. */
class HeaderFloodIT {

    private static final int LARGEST_HEAD = 128 * 1024;
    private static final long HEAP_OF_ALL_HEADS = 320L * 1024 * 1024;
    private static final long HEAP_OF_ENDED_CONNECTIONS = 45L * 1024 * 1024;

    private final RunningServer server = AttackedServer.get();
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void othersAreAnsweredWhileHundredsOfHeadsAreUnfinished() throws IOException, InterruptedException {
        flood(900, "X-Padding: " + "a".repeat(LARGEST_HEAD - 2000));
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(Wire.status(Wire.exchange(server.port(), Wire.get("/status/live"))))
                    .isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(server.heapInUse()).isLessThan(HEAP_OF_ALL_HEADS);
    }

    @Test
    void aHeadThatIsLargerThanAllowedIsRefusedBeforeItIsWhole() throws IOException {
        flood(1, "X-Padding: " + "a".repeat(2 * LARGEST_HEAD));
        assertEnds(open.get(0), Duration.ofSeconds(20));
    }

    @Test
    void aHeadThatComesByteByByteIsNotWaitedFor() throws IOException {
        flood(1, "X-Padding: ");
        assertEnds(open.get(0), Duration.ofSeconds(90));
    }

    @Test
    void aQueryOfSixtyKilobytesIsStillAsked() {
        String answer = Wire.exchange(server.port(), Wire.get("/status/live?" + "a".repeat(60_000)));
        assertThat(Wire.status(answer)).isLessThan(500).isNotEqualTo(0);
    }

    @Test
    void ofConnectionsThatHaveEndedNothingIsKept() throws IOException, InterruptedException {
        String large = Wire.get("/status/live", "X-Padding: " + "a".repeat(30_000));
        Wire.exchange(server.port(), large);
        long before = server.heapInUse();
        for (int i = 0; i < 3000; i++) {
            assertThat(Wire.status(Wire.exchange(server.port(), large))).isEqualTo(200);
        }
        assertThat(server.heapInUse()).isLessThan(before + HEAP_OF_ENDED_CONNECTIONS);
    }

    @SuppressWarnings("resource")
    private void flood(int connections, String header) throws IOException {
        byte[] head = ("GET /status/live HTTP/1.1\r\nHost: localhost\r\n" + header).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < connections; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            open.add(socket);
            try {
                socket.getOutputStream().write(head);
            } catch (IOException refused) {
                // the server may close it while it is being written to
            }
        }
    }

    /** Sends a byte a second, so that the connection is never idle, until the server has had enough. */
    private static void assertEnds(Socket socket, Duration patience) throws IOException {
        socket.setSoTimeout(1000);
        await().atMost(patience).pollInterval(Duration.ofMillis(10)).until(() -> {
            try {
                socket.getOutputStream().write('a');
                return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException notYet) {
                return false;
            } catch (IOException reset) {
                return true;
            }
        });
    }
}
