package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.testkit.storm.Audit;
import org.egcg.reporting.testkit.storm.Ledger;
import org.egcg.reporting.testkit.storm.StormProcess;
import org.egcg.reporting.testkit.storm.TrailAudit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More kills: {@code -Dstorm.kills=20}. The documents are in the MongoDB that {@code EGCG_TEST_MONGODB_URI} names, or
 * in the embedded store on disk, which is then killed with its service.
 */
class KilledWritersTest {

    private static final String CLIENTS = "8";

    @TempDir
    Path directory;

    private final Ledger ledger = new Ledger();
    private final Random random = new Random(Long.getLong("storm.seed", System.nanoTime()));

    @Test
    void afterEveryKillAndStartNothingIsStaleAndNothingAcknowledgedIsLost() throws Exception {
        int kills = Integer.getInteger("storm.kills", 3);
        for (int kill = 1; kill <= kills; kill++) {
            killedAfter(30 + random.nextInt(200));
            try (Reporting restarted = StormProcess.open(configuration())) {
                assertThat(Audit.problems(ledger, restarted))
                        .as("kill %d", kill)
                        .isEmpty();
                assertThat(TrailAudit.problems(ledger, restarted))
                        .as("trail after kill %d", kill)
                        .isEmpty();
            }
            System.out.printf("kill %d: %s%n", kill, ledger);
        }
        assertThat(ledger.acknowledged()).isGreaterThan(5 * kills);
    }

    /** Runs a service with clients, and kills it somewhere behind the given line of its ledger. */
    private void killedAfter(int lines) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StormProcess.class.getName(),
                        configuration().toString(),
                        CLIENTS,
                        Long.toString(random.nextLong()))
                .redirectError(new File(directory.toFile(), "errors.txt"))
                .start();
        try (BufferedReader written = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                String line = written.readLine();
                assertThat(line)
                        .as(Files.readString(directory.resolve("errors.txt")))
                        .isNotNull();
                ledger.read(line);
            }
            process.toHandle().destroyForcibly();
            written.lines().forEach(ledger::read);
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("killed, not ended").isEqualTo(137);
    }

    private Path configuration() throws IOException {
        return Files.writeString(
                directory.resolve("reporting.yaml"),
                """
                service:
                  data_dir: %s
                """.formatted(directory.resolve("data"))
                        + TestStore.external()
                                .map(uri -> """
                rest_app:
                  db_host: %s
                  db_name: killed_%s
                """.formatted(uri, directory.getFileName()))
                                .orElse(""));
    }
}
