package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.egcg.reporting.ReportingException.Unavailable;
import org.egcg.reporting.lims.sql.LimsConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LimsDatabaseTest {

    private static final List<String> HEAVY =
            List.of("project_status", "sample_status", "plate_status", "run_status", "library_info", "sample_info");

    @Test
    void thirtyTwoRequestsOnFourConnectionsAnswerLikeOneAfterTheOther() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(32);
        try (LimsReports reports = TestLims.asRecorded().reports()) {
            List<BsonDocument> serial =
                    HEAVY.stream().map(name -> withoutNow(reports, name)).toList();
            List<Future<BsonDocument>> answers = new ArrayList<>();
            for (int i = 0; i < 32 * HEAVY.size(); i++) {
                String name = HEAVY.get(i % HEAVY.size());
                answers.add(clients.submit(() -> withoutNow(reports, name)));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get(2, TimeUnit.MINUTES)).isEqualTo(serial.get(i % HEAVY.size()));
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static BsonDocument withoutNow(LimsReports reports, String name) {
        return Ask.of(reports, name).match("{\"project_status\": \"all\"}").answer();
    }

    @Test
    void aLimsThatGoesAwayIsMissedAndFoundAgain(@TempDir Path directory) throws IOException {
        EmbeddedPostgres server = server(directory, 0);
        int port = server.getPort();
        LimsConnection connection = new LimsConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "postgres",
                "",
                4,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20));
        try (LimsReports reports = new LimsReports(connection, ShippedDefinitions.read(), "http://clarity.com")) {
            TestLims.at(server.getJdbcUrl("postgres", "postgres")).script("/org/egcg/reporting/lims/lims-data.sql");
            BsonDocument before = withoutNow(reports, "project_status");
            server.close();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> withoutNow(reports, "project_status")).isInstanceOf(Unavailable.class);
            }
            server = server(directory, port);
            assertThat(withoutNow(reports, "project_status")).isEqualTo(before);
        } finally {
            server.close();
        }
    }

    @Test
    void aLimsThatComesLateIsFound(@TempDir Path directory) throws IOException {
        EmbeddedPostgres server = server(directory, 0);
        TestLims.at(server.getJdbcUrl("postgres", "postgres")).script("/org/egcg/reporting/lims/lims-data.sql");
        int port = server.getPort();
        server.close();
        LimsConnection connection =
                new LimsConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
        try (LimsReports reports = new LimsReports(connection, ShippedDefinitions.read(), "http://clarity.com")) {
            assertThatThrownBy(() -> withoutNow(reports, "run_status"))
                    .isInstanceOfSatisfying(Unavailable.class, away -> assertThat(away.dependency())
                            .isEqualTo("lims"));
            server = server(directory, port);
            assertThat(Ask.of(reports, "run_status").items()).hasSize(3);
        } finally {
            server.close();
        }
    }

    private static EmbeddedPostgres server(Path directory, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @Test
    void theHourThatSummerTimeSkipsIsKept() {
        TimeZone before = TimeZone.getDefault();
        TestLims lims = TestLims.asRecorded()
                .run("UPDATE project SET opendate = '2018-03-25 01:30:00.000001' WHERE name = 'X0001'");
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
        try (LimsReports reports = lims.reports()) {
            assertThat(Ask.of(reports, "project_info")
                            .items()
                            .get(0)
                            .getString("open_date")
                            .getValue())
                    .isEqualTo("2018-03-25T01:30:00.000001");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheData() throws Exception {
        List<Integer> small = statements(1);
        assertThat(small).allMatch(count -> count >= 2 && count <= 11);
        assertThat(statements(4)).isEqualTo(small);
    }

    private static List<Integer> statements(int plates) throws Exception {
        TestLims lims = TestLims.withTables();
        try (var connection = lims.connect()) {
            new LimsScale(plates * 96, 10).load(connection);
        }
        try (LimsReports reports = lims.reports()) {
            return LimsReports.NAMES.stream()
                    .map(report -> {
                        withoutNow(reports, report);
                        return statements(reports, report);
                    })
                    .toList();
        }
    }

    private static int statements(LimsReports reports, String report) {
        try (Statements statements = new Statements()) {
            withoutNow(reports, report);
            return statements.texts().size();
        }
    }
}
