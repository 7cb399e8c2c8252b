package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.TooCostly;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.sql.LimsConnection;
import org.egcg.reporting.store.RequestBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LimsDatabaseTest {

    private static final Duration CONNECTING = Duration.ofSeconds(2);

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
        Ask all = Ask.of(reports, name);
        boolean ofProjects = LimsVocabulary.keys(name).containsKey("project_status");
        return (ofProjects ? all.match("{\"project_status\": \"all\"}") : all).answer();
    }

    private static LimsReports reports(String jdbcUrl, Duration statement) {
        LimsConnection connection = new LimsConnection(jdbcUrl, "postgres", "", 4, CONNECTING, statement);
        return new LimsReports(connection, ShippedDefinitions.read(), "http://clarity.com");
    }

    @Test
    void aLimsThatGoesAwayIsMissedAndFoundAgain(@TempDir Path directory) throws Exception {
        try (LimsServer server = LimsServer.recorded(directory);
                LimsReports reports = reports(server.jdbcUrl(), Duration.ofSeconds(20))) {
            BsonDocument before = withoutNow(reports, "project_status");
            server.stop();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> withoutNow(reports, "project_status")).isInstanceOf(Unavailable.class);
            }
            server.start();
            Thread.sleep(CONNECTING.toMillis());
            assertThat(withoutNow(reports, "project_status")).isEqualTo(before);
        }
    }

    @Test
    void aLimsThatComesLateIsFound(@TempDir Path directory) throws Exception {
        try (LimsServer server = LimsServer.recorded(directory)) {
            server.stop();
            try (LimsReports reports = reports(server.jdbcUrl(), Duration.ofSeconds(20))) {
                assertThatThrownBy(() -> withoutNow(reports, "run_status"))
                        .isInstanceOfSatisfying(Unavailable.class, away -> assertThat(away.dependency())
                                .isEqualTo("lims"));
                server.start();
                Thread.sleep(CONNECTING.toMillis());
                assertThat(Ask.of(reports, "run_status").items()).hasSize(3);
            }
        }
    }

    /** Opening is one question's work, and no other waits for a second attempt. */
    @Test
    void aLimsThatWasNeverThereIsMissedByAllAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(12);
        try (LimsReports reports = reports("jdbc:postgresql://127.0.0.1:1/postgres", Duration.ofSeconds(20))) {
            long asked = System.nanoTime();
            List<Future<?>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(clients.submit(() -> withoutNow(reports, "run_status")));
            }
            for (Future<?> answer : answers) {
                assertThatThrownBy(answer::get).hasCauseInstanceOf(Unavailable.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
        } finally {
            clients.shutdownNow();
        }
    }

    /** A page with two questions waits for one. */
    @Test
    void whatAQuestionHasJustFoundOutIsKnownToTheNext() {
        try (LimsReports reports = reports("jdbc:postgresql://127.0.0.1:1/postgres", Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> withoutNow(reports, "run_status")).isInstanceOf(Unavailable.class);
            long asked = System.nanoTime();
            assertThatThrownBy(() -> withoutNow(reports, "project_status")).isInstanceOf(Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(700));
        }
    }

    @Test
    void whileOneQuestionFindsOutWhetherTheLimsIsBackOthersDoNotWait() throws Exception {
        ExecutorService clients = Executors.newSingleThreadExecutor();
        try (LimsReports reports = reports("jdbc:postgresql://127.0.0.1:1/postgres", Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> withoutNow(reports, "run_status")).isInstanceOf(Unavailable.class);
            Thread.sleep(CONNECTING.toMillis());
            Future<?> finding = clients.submit(() -> withoutNow(reports, "run_status"));
            Thread.sleep(500);
            long asked = System.nanoTime();
            assertThatThrownBy(() -> withoutNow(reports, "run_status")).isInstanceOf(Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(700));
            assertThatThrownBy(finding::get).hasCauseInstanceOf(Unavailable.class);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void aStatementThatTakesTooLongIsGivenUpAndTheNextIsAnswered() throws Exception {
        TestLims lims = TestLims.asRecorded();
        try (LimsReports reports = reports(lims.connection().jdbcUrl(), Duration.ofSeconds(1));
                Connection other = lims.connect();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE project IN ACCESS EXCLUSIVE MODE");
            assertThatThrownBy(() -> withoutNow(reports, "project_info")).isInstanceOf(Unavailable.class);
            other.rollback();
            assertThat(Ask.of(reports, "project_info").items()).isNotEmpty();
        }
    }

    /** Of five seconds the first question takes three, so that the second, which would take as long, is given up. */
    @Test
    void theQuestionsOfOneRequestHaveTheTimeOfOneTogether() throws Exception {
        TestLims lims = TestLims.asRecorded();
        RequestBudget budget = new RequestBudget(Duration.ofMinutes(1), 1_000_000, bytes -> {});
        try (LimsReports reports = reports(lims.connection().jdbcUrl(), Duration.ofSeconds(5));
                Connection other = lims.connect();
                Statement lock = other.createStatement()) {
            withoutNow(reports, "project_info");
            other.setAutoCommit(false);
            RequestBudget.Binding bound = budget.bind();
            lock.execute("LOCK TABLE project IN ACCESS EXCLUSIVE MODE");
            Thread holder = releasedAfter(Duration.ofSeconds(3), other);
            withoutNow(reports, "project_info");
            holder.join();
            lock.execute("LOCK TABLE project IN ACCESS EXCLUSIVE MODE");
            long asked = System.nanoTime();
            assertThatThrownBy(() -> withoutNow(reports, "project_info"))
                    .isInstanceOf(TooCostly.class)
                    .hasMessage("The request keeps the LIMS busy for more than the 5 seconds that one may. Ask for less.");
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(4_500));
            other.rollback();
            assertThatThrownBy(() -> withoutNow(reports, "project_info")).isInstanceOf(TooCostly.class);
            bound.close();
            assertThat(Ask.of(reports, "project_info").items()).isNotEmpty();
        }
    }

    @Test
    void whereNobodyWaitsTheLimsIsAskedNothingFurther() {
        RequestBudget budget = new RequestBudget(Duration.ofMinutes(1), 1_000_000, bytes -> {});
        try (LimsReports reports = TestLims.asRecorded().reports()) {
            RequestBudget.Binding bound = budget.bind();
            assertThat(Ask.of(reports, "project_info").items()).isNotEmpty();
            budget.cancel();
            assertThatThrownBy(() -> withoutNow(reports, "project_info"))
                    .isInstanceOf(TooCostly.class)
                    .hasMessage("Nobody waits for the answer any more.");
            bound.close();
        }
    }

    private static Thread releasedAfter(Duration time, Connection connection) {
        Thread holder = new Thread(() -> {
            try {
                Thread.sleep(time.toMillis());
                connection.rollback();
            } catch (InterruptedException | SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        holder.start();
        return holder;
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
        Statements.areWanted();
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
