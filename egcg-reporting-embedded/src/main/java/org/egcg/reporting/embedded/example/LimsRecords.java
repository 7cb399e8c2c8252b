package org.egcg.reporting.embedded.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcg.reporting.embedded.example.PlannedRun.Lane;

/** What the LIMS knows of a plan, in the form of {@code example_lims.yaml}. */
final class LimsRecords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** On which the example is looked at: nothing is closed later. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 27);

    private static final long DAYS_UNTIL_CLOSED = 40;

    private final StringBuilder text = new StringBuilder();

    private LimsRecords() {}

    static String of(Plan plan, String unknown) {
        LimsRecords records = new LimsRecords();
        records.text.append("projects:\n");
        plan.projects().forEach(project -> records.project(project, plan));
        records.text.append("samples:\n");
        plan.runs().forEach(run -> run.samples().stream()
                .filter(sample -> isKnown(sample, unknown))
                .forEach(sample -> records.sample(run, sample)));
        records.text.append("artifacts:\n");
        plan.runs().forEach(run -> run.lanes().forEach(lane -> records.lane(run, lane, unknown)));
        records.text.append("completed_steps:\n");
        plan.runs().forEach(run -> records.prepare(run, unknown));
        plan.runs().forEach(records::sequence);
        plan.runs().stream().filter(run -> run.fate() == Fate.DELIVERED).forEach(run -> records.release(run, unknown));
        return records.text.toString();
    }

    /** Controls are made in the laboratory, and the LIMS does not know them. */
    private static boolean isKnown(PlannedSample sample, String unknown) {
        return sample.control().isEmpty() && !sample.id().equals(unknown);
    }

    private void line(String entry) {
        text.append("    - ").append(entry).append('\n');
    }

    private void project(PlannedProject project, Plan plan) {
        long samples = plan.samples()
                .filter(sample -> sample.project().equals(project))
                .count();
        String closed = project.isOpen()
                ? ""
                : ", closed: true, closed_date: "
                        + MOMENT.format(closed(project).atTime(16, 0));
        String form =
                "{ name: %s, opened: %s, researcher: %s%s, udfs: { Number of Quoted Samples: %d, Shipment Room: LB.12 } }";
        line(form.formatted(
                project.id(),
                MOMENT.format(project.begun().minusDays(52).atTime(10, 15)),
                project.researcher(),
                closed,
                samples));
    }

    private static LocalDate closed(PlannedProject project) {
        LocalDate day = project.ended().plusDays(DAYS_UNTIL_CLOSED);
        return day.isAfter(LAST_DAY) ? LAST_DAY : day;
    }

    private void sample(PlannedRun run, PlannedSample sample) {
        String form =
                "{ name: %s, project: %s, received: %s, artifact: { container_name: %s, xpos: %d, ypos: %d, qcflag: 1 },"
                        + " udfs: { Species: %s, Prep Workflow: %s, 'Required Yield (Gb)': %s, User Sample Name: %s } }";
        line(form.formatted(
                sample.id(),
                sample.project().id(),
                MOMENT.format(LabDays.of(run).arrived().atTime(14, 0)),
                sample.plateName(),
                sample.column(),
                sample.row(),
                run.model().species(),
                run.model().preparation(),
                BigDecimal.valueOf(sample.required())
                        .movePointLeft(9)
                        .stripTrailingZeros()
                        .toPlainString(),
                sample.userId()));
    }

    private void lane(PlannedRun run, Lane lane, String unknown) {
        String form = "{ name: %s, samples: [%s], container_name: %s, xpos: 0, ypos: %d }";
        line(form.formatted(
                laneName(run, lane.number()), names(lane.samples(), unknown), flowCell(run), lane.number() - 1));
    }

    private static String names(List<PlannedSample> samples, String unknown) {
        return samples.stream()
                .filter(sample -> isKnown(sample, unknown))
                .map(PlannedSample::id)
                .collect(Collectors.joining(", "));
    }

    private static String flowCell(PlannedRun run) {
        return run.id().substring(run.id().lastIndexOf('_') + 1);
    }

    private static String laneName(PlannedRun run, int lane) {
        return flowCell(run) + "-" + lane;
    }

    private void sequence(PlannedRun run) {
        LocalDateTime begun = run.day().atTime(16, 30);
        boolean isOpen = run.fate() == Fate.RUNNING;
        boolean isWhole = run.fate() != Fate.ERRORED && run.fate() != Fate.ABORTED && !isOpen;
        String form = "{ name: AUTOMATED - Sequence, labprotocol: Sequencing, created_date: %s, %s,"
                + " udfs: { RunID: %s, Run Status: %s, InstrumentID: %s, Cycle: %d, Read: %d }, list_artifacts: [%s] }";
        line(form.formatted(
                MOMENT.format(begun),
                isOpen
                        ? "workstatus: RECORD_DETAILS, modified: " + MOMENT.format(begun.plusMinutes(30))
                        : "date_run: " + MOMENT.format(run.sequenced()),
                run.id(),
                run.fate().lims(),
                run.sequencer().instrument(),
                isWhole ? run.reads() * run.model().cycles() + 16 : 74,
                isWhole ? run.reads() : 1,
                IntStream.rangeClosed(1, run.model().lanes())
                        .mapToObj(lane -> laneName(run, lane))
                        .collect(Collectors.joining(", "))));
    }

    /** From the receipt of the samples to the flow cell. */
    private void prepare(PlannedRun run, String unknown) {
        LabDays days = LabDays.of(run);
        String samples = names(run.samples(), unknown);
        step("Receive Sample EG 6.1", "Sample Receipt", days.received().atTime(15, 0), samples);
        step(
                "Sequencing Plate Preparation EG 2.0",
                "Plate Preparation",
                days.planned().atTime(10, 0),
                samples);
        step("Create CFP Batch", "CFP", days.begun().atTime(9, 30), samples);
        step("KAPA QC Review EG 1.0 ST", "KAPA Sample Prep", days.judged().atTime(13, 0), samples);
        step("Create Production CST Batch", "Cluster Generation", days.pooled().atTime(9, 0), samples);
    }

    private void release(PlannedRun run, String unknown) {
        String samples = names(run.samples(), unknown);
        step("Data Release Trigger EG 1.0 ST", "Data Release", LabDays.triggered(run), samples);
        step("Data Release EG 2.0 ST", "Data Release", LabDays.delivered(run), samples);
        step("Finish Processing EG 1.0 ST", "Finish", LabDays.delivered(run).plusHours(14), samples);
    }

    /** A step that took twenty minutes. */
    private void step(String name, String protocol, LocalDateTime begun, String samples) {
        String form = "{ name: %s, labprotocol: %s, created_date: %s, date_run: %s, list_artifacts: [%s] }";
        line(form.formatted(name, protocol, MOMENT.format(begun), MOMENT.format(begun.plusMinutes(20)), samples));
    }
}
