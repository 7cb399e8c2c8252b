package org.egcg.reporting.web.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.ReverseProxy;
import org.egcg.reporting.testkit.RunningServer;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.testkit.storm.Audit;
import org.egcg.reporting.testkit.storm.Ledger;
import org.egcg.reporting.testkit.storm.Storm;
import org.egcg.reporting.testkit.storm.StormProcess;
import org.egcg.reporting.testkit.storm.TrailAudit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients of one service, and with {@code -Dstorm.nodes=2} of several on one store: that of {@code
 * EGCG_TEST_MONGODB_URI}, or one in this process. {@code -Dstorm.writes} and {@code -Dstorm.seed} say what they write,
 * {@code -Dstorm.kills} how often the first node is killed meanwhile and started again. With {@code
 * -Dstorm.proxy=true} each request goes to another node, by a proxy in front of them. With {@code -Dstorm.embedded} a
 * single service keeps its documents in its own embedded store, which is killed with it.
 */
class ConcurrentClientsIT {

    private static final int CLIENTS = 8;
    private static final String USER = "demo";
    private static final String PASSWORD = "only for this test";

    @TempDir
    Path directory;

    private static final boolean EMBEDDED = Boolean.getBoolean("storm.embedded");
    private static final boolean PROXY = Boolean.getBoolean("storm.proxy");
    /** In seconds: two rounds of the schedule that completes what killed nodes have left. */
    private static final int UNTIL_QUIET = 35;

    private final TestStore store = new TestStore();
    private final List<RunningServer> nodes = new ArrayList<>();
    private Optional<ReverseProxy> proxy = Optional.empty();
    private final Ledger ledger = new Ledger();
    private final long seed = Long.getLong("storm.seed", System.nanoTime());

    @AfterEach
    void close() {
        proxy.ifPresent(ReverseProxy::close);
        nodes.forEach(RunningServer::close);
        store.close();
    }

    @Test
    void afterEightClientsHaveWrittenEveryNumberIsRightAndNoWriteIsLost() throws Exception {
        for (int node = 0; node < Integer.getInteger("storm.nodes", 1); node++) {
            nodes.add(node(home(node)).start());
        }
        proxy = PROXY ? Optional.of(ReverseProxy.before(nodes, directory)) : Optional.empty();
        List<HttpApi> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(new HttpApi(address(client), USER, PASSWORD));
        }
        Thread executioner = new Thread(this::killAndStart);
        executioner.start();
        Storm storm = new Storm(ledger, seed);
        do {
            storm.rage(clients, Integer.getInteger("storm.writes", 3000));
        } while (executioner.isAlive());
        System.out.println(ledger + " over HTTP, " + nodes.size() + " node(s)");

        try (Reporting reporting = quiet()) {
            assertThat(Audit.problems(ledger, reporting)).as("seed %d", seed).isEmpty();
            assertThat(TrailAudit.problems(ledger, reporting))
                    .as("trail, seed %d", seed)
                    .isEmpty();
        }
        assertThat(ledger.acknowledged()).isGreaterThan(100);
    }

    /** That of a node, or of what stands before all of them. */
    private String address(int client) {
        return proxy.map(before -> before.address() + "api/0.1")
                .orElseGet(() -> nodes.get(client % nodes.size()).api());
    }

    /** What the nodes have left behind when they had nothing more to do. */
    private Reporting quiet() throws IOException {
        if (Integer.getInteger("storm.kills", 0) > 0) {
            pause(UNTIL_QUIET);
        }
        nodes.forEach(RunningServer::stop);
        return EMBEDDED ? StormProcess.open(home(0).resolve("reporting.yaml")) : store.reporting();
    }

    private Path home(int node) {
        return directory.resolve("node" + node);
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
        Path configuration = Files.writeString(
                home.resolve("reporting.yaml"),
                """
                service:
                  data_dir: %s
                reporting_app:
                  user_db: users.sqlite
                rest_app:
                  url_prefix: api
                  api_version: '0.1'
                """.formatted(home.resolve("data")) + (EMBEDDED ? "" : """
                  db_host: %s
                  db_name: %s
                """.formatted(store.uri(), store.database())));
        try (Users users = Users.open(home.resolve("users.sqlite").toString(), Role.EDITOR)) {
            users.add(USER, PASSWORD, Role.EDITOR);
        }
        return RunningServer.in(home).with("REPORTINGCONFIG", configuration.toString());
    }
}
