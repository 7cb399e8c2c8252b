package org.egcg.reporting.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.testkit.RunningServer;

/**
 * A facility in which each case occurs once that lists tell apart; its days count back from today.
 *
 * <ul>
 *   <li>Projects: {@code X001} and {@code X002} (closed); {@code S100} and {@code S200}, {@code S300} (closed);
 *       {@code A7}, {@code A8}, {@code A15} and {@code A29}, whose sample came to its status so many days ago.
 *   <li>Samples: {@code S1} is finished and not reviewed, {@code S2} in process, {@code S4} has data and no process, all three of {@link #RUN};
 *       {@code S5} is known to the LIMS alone, {@code S3} was delivered 40 days ago.
 *   <li>Runs of the LIMS alone, of 2, 100 and 500 days ago, and one of 6 days ago that it calls errored; one of 20 days ago
 *       that the pipelines know as well, and that it had opened {@link #BOOKED} days ago.
 * </ul>
 */
final class SmallFacility {

    /** Known to the pipelines alone. */
    static final String RUN = "180601_E00306_0101_AHAAAACCXX";

    static final String LIMS = "https://clarity.example.org";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter API = DateTimeFormatter.ofPattern("dd_MM_yyyy_HH:mm:ss");

    private static final int CLOSED = 10;
    private static final int BOOKED = 47;

    private final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    private final List<String> projects = new ArrayList<>();
    private final List<String> samples = new ArrayList<>();
    private final List<String> artifacts = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();

    SmallFacility() {
        project("X001", false);
        project("X002", true);
        project("S100", false);
        project("S200", false);
        project("S300", true);
        for (String name : List.of("S1", "S2", "S4", "S5")) {
            sample(name, "X001");
        }
        sample("S3", "X002");
        sample("P100", "S100");
        sample("P200", "S200");
        sample("P300", "S300");
        received(70, "S1, S2, S3, S4, S5, P100, P200, P300");
        step("Finish Processing EG 1.0 ST", 40, "S3", "");
        for (int days : List.of(7, 8, 15, 29)) {
            project("A" + days, false);
            sample("A" + days + "S", "A" + days);
            received(days, "A" + days + "S");
        }
        step("Sequencing Plate Preparation EG 2.0", 3, "S1", ", workstatus: RECORD_DETAILS, modified: " + ago(3));
        List.of(2, 100, 500).forEach(days -> run(days, runOf(days), "RunStarted"));
        run(6, runOf(6), "RunErrored");
        run(BOOKED, booked(), "RunCompleted");
    }

    private void project(String name, boolean closed) {
        projects.add("    - {name: %s, opened: %s, researcher: Ann Other%s, udfs: {Number of Quoted Samples: 4}}"
                .formatted(name, ago(300), closed ? ", closed: true, closed_date: " + ago(CLOSED) : ""));
    }

    private void sample(String name, String project) {
        samples.add(
                "    - {name: %1$s, project: %2$s, received: %3$s, artifact: {container_name: %2$sP001, xpos: 0, ypos: %4$d, qcflag: 1}, udfs: {Species: Homo sapiens, 'Required Yield (Gb)': 120}}"
                        .formatted(name, project, ago(80), samples.size() % 8));
    }

    private void received(int days, String names) {
        step("Receive Sample EG 6.1", days, names, "");
    }

    private void step(String name, int days, String names, String more) {
        String done = more.isEmpty() ? ", date_run: " + ago(days) : more;
        steps.add("    - {name: %s, labprotocol: Laboratory, created_date: %s, list_artifacts: [%s]%s}"
                .formatted(name, ago(days), names, done));
    }

    private void run(int days, String name, String status) {
        artifacts.add(
                "    - {name: FC%1$d-1, samples: P100, container_name: FC%1$d, xpos: 0, ypos: 0}".formatted(days));
        step(
                "AUTOMATED - Sequence",
                days,
                "FC" + days + "-1",
                ", workstatus: RECORD_DETAILS, modified: %s, udfs: {RunID: %s, Run Status: %s, InstrumentID: E00306, Cycle: 1, Read: 1}"
                        .formatted(ago(days), name, status));
    }

    /** The run that the LIMS alone knows since so many days. */
    String runOf(int days) {
        return now.minusDays(days).format(DateTimeFormatter.ofPattern("yyMMdd")) + "_E00306_0100_AFC" + days;
    }

    /** The run that was begun in the LIMS long before it was started. */
    String booked() {
        return runOf(20);
    }

    private String ago(int days) {
        return then(days).format(MOMENT);
    }

    /** An hour more, so that so many days are over. */
    private LocalDateTime then(int days) {
        return now.minusDays(days).minusHours(1);
    }

    /** The day on which projects were closed. */
    LocalDate closed() {
        return then(CLOSED).toLocalDate();
    }

    private String yaml() {
        return """
                projects:
                %s
                samples:
                %s
                artifacts:
                %s
                completed_steps:
                %s
                queued_steps:
                    - {name: Sequencing Plate Preparation EG 2.0, labprotocol: Laboratory, queued_date: %s, list_artifacts: [S1]}
                    - {name: Create CFP Batch, labprotocol: Laboratory, queued_date: %s, list_artifacts: [S1]}
                """.formatted(
                        String.join("\n", projects),
                        String.join("\n", samples),
                        String.join("\n", artifacts),
                        String.join("\n", steps),
                        ago(4),
                        ago(1));
    }

    /** A server with this LIMS, that tells these; the documents are posted once it runs. */
    RunningServer start(Path directory, Receivers receivers) throws IOException {
        Path files = Files.createDirectories(directory.resolve("etc"));
        Files.writeString(files.resolve("example_lims.yaml"), yaml());
        OverlayFiles.write(files);
        return RunningServer.in(directory)
                .with("EGCG_CONFIG_DIR", files.toString())
                .configured("""
                        rest_app:
                          url_prefix: api
                          api_version: '0.1'
                          user_timeout: 10
                          lims_url: %s
                        %s""".formatted(LIMS, receivers.yaml()))
                .withAdministrator(Laboratory.USER, Laboratory.PASSWORD)
                .start();
    }

    /** Posts what pipelines would. */
    void post(String server) {
        Fixture.send(server, "projects", "[{\"project_id\": \"X001\"}, {\"project_id\": \"X002\"}]");
        Fixture.send(
                server,
                "run_elements",
                "[" + element("A", "S4") + "," + element("B", "S2") + "," + element("C", "S1") + ","
                        + element("unknown", "Undetermined") + "]");
        Fixture.send(server, "lanes", """
                {"lane_id": "%1$s_1", "run_id": "%1$s", "lane_number": 1,
                 "run_elements": ["R_1_A", "R_1_B", "R_1_C", "R_1_unknown"]}""".formatted(RUN));
        OverlayFiles.post(server);
        Fixture.send(server, "runs", """
                {"run_id": "%s", "flow_cell_id": "F1", "run_elements": ["R_1_A", "R_1_B", "R_1_C", "R_1_unknown"]}""".formatted(RUN));
        Fixture.send(server, "runs", "{\"run_id\": \"" + booked() + "\"}");
        Fixture.send(server, "samples", """
                [{"sample_id": "S1", "project_id": "X001", "useable": "not marked", "run_elements": ["R_1_C"]},
                 {"sample_id": "S2", "project_id": "X001", "run_elements": ["R_1_B"]},
                 {"sample_id": "S3", "project_id": "X002", "useable": "yes"},
                 {"sample_id": "S4", "project_id": "X001", "run_elements": ["R_1_A"]}]""");
        process(server, "S1", "finished", 20);
        process(server, "S2", "processing", 1);
        process(server, "S3", "finished", 50);
    }

    private static String element(String barcode, String sample) {
        return """
                {"run_element_id": "R_1_%1$s", "run_id": "%2$s", "lane": 1, "barcode": "%1$s", "project_id": "X001",
                 "sample_id": "%3$s", "library_id": "L", "bases_r1": 1000000000, "bases_r2": 1000000000,
                 "q30_bases_r1": 900000000, "q30_bases_r2": 900000000, "clean_bases_r1": 950000000,
                 "clean_bases_r2": 950000000, "clean_q30_bases_r1": 900000000, "clean_q30_bases_r2": 900000000,
                 "total_reads": 10, "passing_filter_reads": 9, "clean_reads": 9,
                 "useable": "yes"}""".formatted(barcode, RUN, sample);
    }

    private void process(String server, String sample, String status, int days) {
        Fixture.send(server, "analysis_driver_procs", """
                {"proc_id": "sample_%1$s", "dataset_type": "sample", "dataset_name": "%1$s", "status": "%2$s",
                 "start_date": "%3$s", "data_source": ["R_0_A"]}""".formatted(
                        sample, status, now.minusDays(days).format(API)));
    }
}
