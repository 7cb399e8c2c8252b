package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeparturesTest {

    private static final Path TABLE = Path.of("/proc/self/net/tcp");

    @Test
    void aConnectionThatItsClientHasEndedIsFoundInTheTablesOfLinux() throws IOException {
        assumeThat(TABLE).exists();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Socket client = new Socket("127.0.0.1", server.getLocalPort());
            Socket staying = new Socket("127.0.0.1", server.getLocalPort());
            try (Socket accepted = server.accept();
                    Socket kept = server.accept()) {
                SocketTable.Ends ends = ends(accepted);
                assertThat(ended()).doesNotContain(ends, ends(kept));
                client.close();
                await().until(() -> ended().contains(ends));
                assertThat(ended()).doesNotContain(ends(kept));
            }
            staying.close();
        }
    }

    private static SocketTable.Ends ends(Socket accepted) {
        return new SocketTable.Ends(
                accepted.getLocalPort(), new InetSocketAddress(accepted.getInetAddress(), accepted.getPort()));
    }

    private static Set<SocketTable.Ends> ended() throws IOException {
        Set<SocketTable.Ends> ended = new HashSet<>();
        for (Path table : new Path[] {TABLE, Path.of("/proc/self/net/tcp6")}) {
            try (Stream<String> lines = Files.lines(table)) {
                ended.addAll(SocketTable.ended(lines));
            }
        }
        return ended;
    }

    @Test
    void linesOfBothTablesAreUnderstood() {
        Stream<String> lines = Stream.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 0100007F:1F90 0100007F:C350 08 00000000:00000000 00:00000000 00000000  1000        0 1 1",
                "   1: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF0000040310AC:C351 08 00000000:0",
                "   2: 0100007F:1F90 0100007F:C352 01 00000000:00000000 00:00000000 00000000  1000        0 1 1",
                "broken");
        assertThat(SocketTable.ended(lines))
                .containsExactlyInAnyOrder(
                        new SocketTable.Ends(8080, new InetSocketAddress("127.0.0.1", 50_000)),
                        new SocketTable.Ends(8080, new InetSocketAddress("172.16.3.4", 50_001)));
    }
}
