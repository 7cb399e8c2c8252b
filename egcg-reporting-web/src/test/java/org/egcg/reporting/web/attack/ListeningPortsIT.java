package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ports of the service with everything embedded are these: the HTTP port; and on loopback the document store, the
 * PostgreSQL of the LIMS and the stand-in for Clarity, which are random and give nothing to whoever has no password.
 */
class ListeningPortsIT {

    private static final int EMBEDDED = 3;

    private final RunningServer server = AttackedServer.get();

    @BeforeEach
    void onLinux() {
        assumeThat(Files.exists(Path.of("/proc/net/tcp"))).isTrue();
    }

    @Test
    void theHttpPortIsTheOnlyOneThatOthersReachAndNothingListensOnUdp() throws IOException {
        List<Listener> all = listeners();
        assertThat(all).allMatch(listener -> listener.protocol().equals("tcp"));
        assertThat(all.stream().filter(listener -> !listener.address().isLoopbackAddress()))
                .singleElement()
                .matches(listener -> listener.port() == server.port());
        assertThat(all).hasSize(1 + EMBEDDED);
    }

    /** The protocol of one is garbage to the two others; none of them may answer more than a refusal to any of them. */
    @ParameterizedTest
    @MethodSource("embedded")
    void whatListensOnLoopbackAnswersNobodyWithoutAPassword(int port) {
        assertThatThrownBy(() -> databaseNames(port)).isInstanceOf(MongoException.class);
        for (String user : List.of("postgres", "reporting", "clarity", "root")) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres(port), user, "")
                            .close())
                    .isInstanceOf(SQLException.class);
        }
        for (String path : List.of("/", "/_control", "/api/v2/samples", "/api/v2/artifacts/batch/retrieve")) {
            assertThat(http(port, path)).as(path).isIn(0, 400, 401, 403, 404, 405);
        }
    }

    static Stream<Integer> embedded() throws IOException {
        int http = AttackedServer.get().port();
        return listeners().stream().map(Listener::port).filter(port -> port != http);
    }

    /** Once the LIMS, which is started last, is there. */
    private static List<Listener> listeners() throws IOException {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> http(AttackedServer.get().port(), "/status/ready/lims") == 200);
        RunningServer server = AttackedServer.get();
        return Listener.of(
                ProcessHandle.of(server.pid()).orElseThrow(), server.log().getParent());
    }

    private static List<String> databaseNames(int port) {
        MongoClientSettings stranger = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", port)))
                        .serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.readTimeout(2, TimeUnit.SECONDS))
                .build();
        try (MongoClient client = MongoClients.create(stranger)) {
            return client.listDatabaseNames().into(new ArrayList<>());
        }
    }

    private static String postgres(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?loginTimeout=2&socketTimeout=2&connectTimeout=2";
    }

    /** The status; 0 if what comes back is no HTTP. */
    private static int http(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException none) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
