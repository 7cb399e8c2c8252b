package org.egcg.reporting.web.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.RunningServer;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.testkit.storm.Audit;
import org.egcg.reporting.testkit.storm.Ledger;
import org.egcg.reporting.testkit.storm.Storm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients of one service, and with {@code -Dstorm.nodes=2} of several on one store: that of {@code
 * EGCG_TEST_MONGODB_URI}, or one in this process. {@code -Dstorm.writes} and {@code -Dstorm.seed} say what they write,
 * {@code -Dstorm.kills} how often a node is killed meanwhile and started again.
 */
class ConcurrentClientsIT {

    private static final int CLIENTS = 8;
    private static final String USER = "demo";
    private static final String PASSWORD = "only for this test";

    @TempDir
    Path directory;

    private final TestStore store = new TestStore();
    private final List<RunningServer> nodes = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    private final long seed = Long.getLong("storm.seed", System.nanoTime());

    @AfterEach
    void close() {
        nodes.forEach(RunningServer::close);
        store.close();
    }

    @Test
    void afterEightClientsHaveWrittenEveryNumberIsRightAndNoWriteIsLost() throws Exception {
        for (int node = 0; node < Integer.getInteger("storm.nodes", 1); node++) {
            nodes.add(node(directory.resolve("node" + node)).start());
        }
        List<HttpApi> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(new HttpApi(nodes.get(client % nodes.size()).api(), USER, PASSWORD));
        }
        Thread executioner = new Thread(this::killAndStart);
        executioner.start();
        new Storm(ledger, seed).rage(clients, Integer.getInteger("storm.writes", 1000));
        executioner.join();
        System.out.println(ledger + " over HTTP, " + nodes.size() + " node(s)");

        try (Reporting reporting = store.reporting()) {
            assertThat(Audit.problems(ledger, reporting)).as("seed %d", seed).isEmpty();
        }
        assertThat(ledger.acknowledged()).isGreaterThan(100);
    }

    /** The first node is killed; the clients of the others do not notice. */
    private void killAndStart() {
        Random random = new Random(seed);
        for (int kill = 0; kill < Integer.getInteger("storm.kills", 0); kill++) {
            pause(1 + random.nextInt(10));
            nodes.get(0).kill();
            nodes.get(0).start();
        }
    }

    private static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private RunningServer node(Path home) throws IOException {
        Files.createDirectories(home);
        Path configuration =
                Files.writeString(home.resolve("reporting.yaml"), """
                rest_app:
                  db_host: %s
                  db_name: %s
                  url_prefix: api
                  api_version: '0.1'
                reporting_app:
                  user_db: users.sqlite
                """.formatted(store.uri(), store.database()));
        try (Users users = Users.open(home.resolve("users.sqlite").toString(), Role.EDITOR)) {
            users.add(USER, PASSWORD, Role.EDITOR);
        }
        return RunningServer.in(home).with("REPORTINGCONFIG", configuration.toString());
    }
}
