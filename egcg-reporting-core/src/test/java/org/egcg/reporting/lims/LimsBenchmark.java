package org.egcg.reporting.lims;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the reports on a large laboratory: run it by hand, with the JDBC URL of an empty or already filled database,
 * or without to have one made. Prints time, statements, items and heap of each report, and the plans of the statements
 * that took longest.
 */
public final class LimsBenchmark {

    private static final LimsScale SIZE = new LimsScale(50_000, 500);
    private static final int PLANS = 5;

    private final TestLims lims;
    private final Map<String, Long> slowest = new HashMap<>();

    private LimsBenchmark(TestLims lims) {
        this.lims = lims;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        System.setProperty("eclipselink.logging.parameters", "true");
        Statements.areWanted();
        LimsBenchmark benchmark =
                new LimsBenchmark(arguments.length > 0 ? TestLims.at(arguments[0]) : TestLims.empty());
        fill(benchmark.lims);
        benchmark.measure();
        benchmark.explain();
        System.exit(0);
    }

    /** Makes the tables of an empty database, and the data of a large laboratory in them. */
    static void fill(TestLims lims) throws SQLException, IOException {
        try (Connection connection = lims.connect()) {
            if (isFilled(connection)) {
                return;
            }
            lims.script("/org/egcg/reporting/embedded/lims/lims-tables.sql");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = replica");
            }
            SIZE.load(connection);
            lims.script("/org/egcg/reporting/embedded/lims/lims-indexes.sql").run("ANALYZE");
        }
    }

    private static boolean isFilled(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT to_regclass('sample') IS NOT NULL")) {
            return found.next() && found.getBoolean(1);
        }
    }

    private void measure() throws SQLException {
        for (String table : List.of("project", "sample", "artifact", "processiotracker", "artifact_ancestor_map")) {
            System.out.printf("%s: %s rows%n", table, number("SELECT count(*) FROM " + table));
        }
        try (LimsReports reports = lims.reports()) {
            Ask status = Ask.of(reports, "project_status");
            Ask.of(reports, "project_info").items();
            report("project_status, open (first)", status);
            report("project_status, open", status);
            report("project_status, one project", status.match("{\"project_id\": \"P7\"}"));
            report("sample_status, one sample", Ask.of(reports, "sample_status").match("{\"sample_id\": \"P8S96\"}"));
            report("sample_info, all", Ask.of(reports, "sample_info").match("{\"project_status\": \"all\"}"));
            report("sample_status, open", Ask.of(reports, "sample_status"));
            report("run_status, all", Ask.of(reports, "run_status"));
            report("run_status, one run", Ask.of(reports, "run_status").match("{\"run_id\": \"RUN10\"}"));
            report("library_info, all", Ask.of(reports, "library_info"));
        }
    }

    private void report(String title, Ask ask) {
        resetPeaks();
        try (Statements statements = new Statements()) {
            long start = System.nanoTime();
            LimsAnswer answer = ask.reports()
                    .answer(LimsArguments.of(ask.query()).request(ask.report()).orElseThrow());
            long bytes = 0;
            for (var item : answer) {
                bytes += item.toJson().length();
            }
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            System.out.printf(
                    "%-30s %6d ms  %2d statements  %6d items  %7d kB  peak heap %4d MiB%n",
                    title, milliseconds, statements.texts().size(), answer.total(), bytes / 1024, peak());
            statements.durations().forEach((sql, took) -> slowest.merge(sql, took, Math::max));
        }
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private void explain() throws SQLException {
        List<Map.Entry<String, Long>> heaviest = new ArrayList<>(slowest.entrySet());
        heaviest.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()));
        for (Map.Entry<String, Long> entry : heaviest.subList(0, Math.min(PLANS, heaviest.size()))) {
            System.out.println("\n" + entry.getKey());
            try (Connection connection = lims.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET jit = off");
                try (ResultSet plan = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS OFF) " + entry.getKey())) {
                    while (plan.next()) {
                        System.out.println(plan.getString(1));
                    }
                }
            }
        }
    }

    private String number(String query) throws SQLException {
        try (Connection connection = lims.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
