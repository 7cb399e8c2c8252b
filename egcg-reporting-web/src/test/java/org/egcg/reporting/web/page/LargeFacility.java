package org.egcg.reporting.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcg.reporting.lims.LimsServer;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.RunningServer;

/**
 * A server with 20,000 samples and 3,000 runs in the embedded store and 50,000 samples in the LIMS; {@code -Dlists.samples}
 * asks for more samples, and {@code -Dlists.elements} for more run elements of each. What an earlier one has left in the
 * directory is taken as it is.
 */
final class LargeFacility implements AutoCloseable {

    static final int SAMPLES = Integer.getInteger("lists.samples", 20_000);
    static final int RUNS = 3_000;

    private static final int ELEMENTS = Integer.getInteger("lists.elements", 1);
    private static final int BATCH = 1_000;
    private static final List<String> SPECIES = List.of("Homo sapiens", "Bos taurus", "Gallus gallus");

    private final LimsServer lims;
    private final RunningServer server;

    LargeFacility(Path directory) {
        boolean isNew = !Files.exists(directory.resolve("filled"));
        lims = LimsServer.large(directory.resolve("lims"));
        try {
            server = RunningServer.in(directory)
                    .with("REPORTINGCONFIG", configuration(directory).toString())
                    .with("JAVA_OPTS", System.getProperty("lists.java", "-Xmx768m"))
                    .start();
            if (isNew) {
                fill();
                Files.createFile(directory.resolve("filled"));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Path configuration(Path directory) throws IOException {
        try (Users users = Users.open(directory.resolve("users.sqlite").toString(), Role.EDITOR)) {
            if (users.all().isEmpty()) {
                users.add(Laboratory.USER, Laboratory.PASSWORD, Role.ADMIN);
            }
        }
        return Files.writeString(directory.resolve("reporting.yaml"), """
                rest_app:
                  url_prefix: api
                  api_version: '0.1'
                  lims_url: http://lims.example.com
                  lims_database: {url: '%s', db: postgres, username: postgres, password: postgres}
                reporting_app:
                  user_db: users.sqlite
                """.formatted(lims.address()));
    }

    /** Without a slash at the end. */
    String address() {
        return server.address().toString().replaceFirst("/$", "");
    }

    RunningServer server() {
        return server;
    }

    private void fill() {
        List<String[]> names = names();
        post("projects", names.stream().map(name -> name[1]).distinct().count(), projects(names)::get);
        post("species", SPECIES.size(), i -> "{\"name\": \"%s\", \"approximate_genome_size\": 3000}"
                .formatted(SPECIES.get(i)));
        post("run_elements", (long) SAMPLES * ELEMENTS, i -> element(i, names.get(i % SAMPLES)));
        post("analysis_driver_procs", SAMPLES, i ->
                """
                {"proc_id": "proc%d", "dataset_type": "sample", "dataset_name": "%s", "status": "%s",
                 "pipeline_used": {"name": "bcbio", "toolset_type": "human", "toolset_version": 2}}""".formatted(i, names.get(i)[0], i % 50 == 0 ? "processing" : "finished"));
        post("runs", RUNS, i -> "{\"run_id\": \"RUN%d\", \"number_of_lanes\": 8}".formatted(i));
        post("samples", SAMPLES, i -> sample(i, names.get(i)));
    }

    /** Posts one more sample as the user who looks at pages. */
    void addSample() {
        Fixture.send(
                address(),
                "samples",
                "{\"sample_id\": \"added%d\", \"project_id\": \"added\"}".formatted(System.nanoTime()));
    }

    private static List<String> projects(List<String[]> names) {
        return names.stream()
                .map(name -> name[1])
                .distinct()
                .map("{\"project_id\": \"%s\"}"::formatted)
                .toList();
    }

    /** Samples of open projects with their projects, as the LIMS knows them; beyond these, some that it does not know. */
    private List<String[]> names() {
        List<String[]> names = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(lims.jdbcUrl(), "postgres", "postgres");
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT s.name, p.name FROM sample s JOIN project p ON p.projectid = s.projectid
                        WHERE p.closedate IS NULL ORDER BY s.sampleid LIMIT %d""".formatted(SAMPLES))) {
            while (found.next()) {
                names.add(new String[] {found.getString(1), found.getString(2)});
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        for (int known = names.size(), i = known; i < SAMPLES; i++) {
            names.add(new String[] {"more%06d".formatted(i), names.get(i % known)[1]});
        }
        return names;
    }

    private static String element(int i, String[] name) {
        long bases = 60_000_000_000L + i * 100_000L;
        return """
                {"run_element_id": "RUN%d_%d_%d", "run_id": "RUN%d", "lane": %d, "barcode": "ACGT%d", "project_id": "%s",
                 "sample_id": "%s", "library_id": "L%d", "bases_r1": %d, "bases_r2": %d, "q30_bases_r1": %d,
                 "q30_bases_r2": %d, "clean_bases_r1": %d, "clean_bases_r2": %d, "total_reads": 500000000,
                 "passing_filter_reads": 400000000, "useable": "yes", "reviewed": "pass"}""".formatted(
                        i % RUNS,
                        i % 8 + 1,
                        i,
                        i % RUNS,
                        i % 8 + 1,
                        i,
                        name[1],
                        name[0],
                        i,
                        bases,
                        bases,
                        bases * 9 / 10,
                        bases * 8 / 10,
                        bases * 98 / 100,
                        bases * 97 / 100);
    }

    private static String sample(int i, String[] name) {
        return """
                {"sample_id": "%s", "project_id": "%s", "library_id": "L%d", "user_sample_id": "user_%d", "species_name": "%s",
                 "useable": "%s", "bam_file_reads": 1000000, "mapped_reads": %d, "properly_mapped_reads": 950000,
                 "duplicate_reads": %d, "median_coverage": %d, "coverage": {"mean": %d.5, "evenness": 0.9},
                 "sample_contamination": {"freemix": 0.001, "het_hom_ratio": 1.6},
                 "sex_validation": {"provided": "male", "called": "%s"}, "required_yield": 120000000000}""".formatted(
                        name[0],
                        name[1],
                        i,
                        i,
                        SPECIES.get(i % 3),
                        i % 20 == 1 ? "not marked" : "yes",
                        960000 + i,
                        150000 + i * 13,
                        20 + i % 30,
                        20 + i % 30,
                        i % 9 == 0 ? "female" : "male");
    }

    private void post(String resource, long count, IntFunction<String> document) {
        for (int first = 0; first < count; first += BATCH) {
            Fixture.send(
                    address(),
                    resource,
                    IntStream.range(first, (int) Math.min(count, first + BATCH))
                            .mapToObj(document)
                            .collect(Collectors.joining(",", "[", "]")));
        }
        System.out.println(count + " " + resource);
    }

    @Override
    public void close() {
        server.close();
        lims.close();
    }
}
