package org.egcg.reporting.lims;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills empty LIMS tables with a laboratory of any size, by COPY. Samples stand on plates of 96; each goes through
 * {@value #STEPS} steps, one artifact and one process link per step, sequencing in lanes of a pooled run; those of open projects
 * have come some of the way. The same size gives the same data each time.
 *
 * @param samples how many; rounded up to whole plates
 * @param projects how many; one in five is closed
 */
record LimsScale(int samples, int projects) {

    static final int STEPS = 21;
    private static final int PLATE = 96;
    private static final int LANES = 8;
    private static final int DEPTH = 4;
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2016, 1, 1, 9, 0);
    private static final List<String> TELLING = List.of(
            "Receive Sample EG 6.1",
            "QC Review EG 2.1",
            "QuantStudio Data Import EG 2.0",
            "Awaiting User Response EG 2.0",
            "Sequencing Plate Preparation EG 2.0",
            "Create CFP Batch",
            "Read and Eval SSQC",
            "Eval qPCR Quant",
            "Create Production CST Batch",
            "AUTOMATED - Sequence",
            "Data Release Trigger EG 1.0 ST",
            "Data Release EG 2.0 ST",
            "Finance - Invoice Processed");
    private static final int SEQUENCING = TELLING.indexOf("AUTOMATED - Sequence");
    private static final int LIBRARY = TELLING.indexOf("Eval qPCR Quant");
    private static final List<String> FIELDS = List.of(
            "Species",
            "Prep Workflow",
            "Required Yield (Gb)",
            "Coverage (X)",
            "Total DNA (ng)",
            "GQN",
            "Picogreen Concentration (ng/ul)",
            "User Sample Name");

    private int plates() {
        return (samples + PLATE - 1) / PLATE;
    }

    private int all() {
        return plates() * PLATE;
    }

    /** How many artifacts stand for samples, their libraries and so on; the lanes come after them. */
    private int artifacts() {
        return all() * STEPS;
    }

    /** Ids count: process ids of samples first, then one process per plate and step. */
    private long process(int plate, int step) {
        return (long) all() + (long) plate * STEPS + step + 1;
    }

    private static long artifact(int sample, int step) {
        return (long) sample * STEPS + step + 1;
    }

    private long lane(int plate, int lane) {
        return (long) artifacts() + (long) plate * LANES + lane + 1;
    }

    private int project(int sample) {
        return (sample / PLATE * 7 + sample % PLATE / 32) % projects + 1;
    }

    private boolean isClosed(int project) {
        return project % 5 == 0;
    }

    /** How many of the telling steps a plate has been through. */
    private int reached(int plate) {
        return isClosed(project(plate * PLATE)) ? TELLING.size() : plate * 5 % (TELLING.size() + 1);
    }

    /** The types: the telling steps first, then one without meaning for each place in the way. */
    private int type(int plate, int step) {
        return step < reached(plate) ? step + 1 : TELLING.size() + step + 1;
    }

    private static LocalDateTime day(int plate, int step) {
        return FIRST_DAY.plusDays(plate * 3L + step * 4L).plusSeconds(plate % 3600);
    }

    void load(Connection connection) throws SQLException, IOException {
        new Copy(connection, "researcher")
                .rows(20, i -> List.of(i + 1, "Name" + i, "Surname" + i))
                .into("project", projects, i -> row(i + 1, "P" + (i + 1), FIRST_DAY, closed(i + 1), i % 20 + 1))
                .into("processtype", TELLING.size() + STEPS, i -> List.of(i + 1, stepName(i)))
                .into("labprotocol", 4, i -> List.of(i + 1, "Protocol " + i))
                .into("labworkflow", 1, i -> List.of(1, "Workflow"))
                .into("workflowsection", 4, i -> List.of(i + 1, 1, i + 1))
                .into("protocolstep", TELLING.size() + STEPS, i -> List.of(i + 1, i + 1, i % 4 + 1))
                .into("stage", TELLING.size() + STEPS, i -> List.of(i + 1, i % 4 + 1, i + 1));
        loadProcesses(connection);
        loadArtifacts(connection);
        loadLinks(connection);
        loadFields(connection);
    }

    private static String stepName(int type) {
        return type < TELLING.size() ? TELLING.get(type) : "Handling EG " + (type - TELLING.size() + 1) + ".0";
    }

    private Object closed(int project) {
        return isClosed(project) ? FIRST_DAY.plusYears(2) : null;
    }

    private void loadProcesses(Connection connection) throws SQLException, IOException {
        new Copy(connection, "process")
                .rows(all(), i -> row(i + 1, null, null, null, null, null, null, null))
                .into("process", plates() * STEPS, i -> {
                    int plate = i / STEPS;
                    int step = i % STEPS;
                    LocalDateTime day = day(plate, step);
                    int type = type(plate, step);
                    return row(
                            process(plate, step),
                            "24-" + (all() + i),
                            day.plusHours(6),
                            day,
                            day,
                            type,
                            "COMPLETE",
                            type);
                })
                .into("sample", all(), i -> {
                    LocalDateTime received = day(i / PLATE, 0).minusDays(2);
                    return row(i + 1, i + 1, "P" + project(i) + "S" + i, received, project(i));
                });
    }

    private void loadArtifacts(Connection connection) throws SQLException, IOException {
        int total = artifacts() + plates() * LANES;
        int wells = plates() * STEPS;
        new Copy(connection, "artifact")
                .rows(total, i -> row(i + 1, null, "2-" + (i + 1), i < artifacts() && i % STEPS == 0))
                .into("artifactstate", total, i -> row(i + 1, i % 7 == 0 ? 2 : 1, FIRST_DAY, i + 1))
                .into(
                        "container",
                        wells + plates(),
                        i -> List.of(i + 1, i < wells ? "C" + i : "FLOWCELL" + (i - wells)))
                .into("containerplacement", artifacts(), i -> {
                    int sample = i / STEPS;
                    int well = sample % PLATE;
                    return row(i + 1, sample / PLATE * STEPS + i % STEPS + 1, well / 8, well % 8, i + 1);
                })
                .into("containerplacement", plates() * LANES, i -> {
                    long lane = lane(i / LANES, i % LANES);
                    return row(lane, wells + i / LANES + 1, 0, i % LANES, lane);
                })
                .into("artifact_sample_map", artifacts(), i -> row(i + 1, i / STEPS + 1))
                .into("artifact_sample_map", all(), i -> row(lane(i / PLATE, i % LANES), i + 1))
                .into("reagentlabel", PLATE, i -> row(i + 1, "Index " + i))
                .into("artifact_label_map", all(), i -> row(artifact(i, LIBRARY), i % PLATE + 1))
                .into("artifact_ancestor_map", artifacts() * DEPTH, i -> {
                    int step = i / DEPTH % STEPS;
                    int above = i % DEPTH + 1;
                    return above > step ? null : row(i / DEPTH + 1, i / DEPTH + 1 - above);
                })
                .into("artifact_ancestor_map", all() * DEPTH, i -> {
                    int sample = i / DEPTH;
                    return row(lane(sample / PLATE, sample % LANES), artifact(sample, LIBRARY - i % DEPTH));
                });
    }

    private void loadLinks(Connection connection) throws SQLException, IOException {
        int lanes = plates() * LANES;
        new Copy(connection, "processiotracker")
                .rows(
                        artifacts(),
                        i -> i % STEPS == SEQUENCING ? null : row(i + 1, i + 1, process(i / STEPS / PLATE, i % STEPS)))
                .into("processiotracker", lanes, i -> {
                    int plate = i / LANES;
                    return reached(plate) <= SEQUENCING
                            ? null
                            : row(artifacts() + i + 1, lane(plate, i % LANES), process(plate, SEQUENCING));
                })
                .into(
                        "outputmapping",
                        artifacts(),
                        i -> i % STEPS == STEPS - 1 || i % STEPS == SEQUENCING ? null : row(i + 1, i + 1, i + 2))
                .into("outputmapping", all(), i -> {
                    long mapping = (long) artifacts() + i + 1;
                    return row(mapping, artifact(i, SEQUENCING - 1), lane(i / PLATE, i % LANES));
                })
                .into("stagetransition", artifacts(), i -> transition(i, i / STEPS / PLATE, i % STEPS));
    }

    /** Done for all steps but the one that the sample waits for. */
    private List<Object> transition(int i, int plate, int step) {
        boolean waits = step == reached(plate) && step < TELLING.size();
        int stage = waits ? step + 1 : type(plate, step);
        Object completedBy = waits ? null : process(plate, step);
        return row(i + 1, stage, i + 1, waits ? i + 1 : -i - 1, day(plate, step).minusDays(1), completedBy);
    }

    private void loadFields(Connection connection) throws SQLException, IOException {
        new Copy(connection, "entity_udf_view")
                .rows(projects * 3, i -> {
                    String name = i % 3 == 0 ? "Number of Quoted Samples" : "Field " + i % 3;
                    return row(i / 3 + 1, 83, "u", name, "Numeric", samples / projects, null);
                })
                .into("sample_udf_view", all() * FIELDS.size(), i -> {
                    int sample = i / FIELDS.size();
                    String field = FIELDS.get(i % FIELDS.size());
                    return row(sample + 1, "u", field, "String", value(field, sample), null);
                })
                .into("artifact_udf_view", all() * 5, i -> {
                    String name = List.of("Original Conc. (nM)", "Raw CP", "%CV", "Ave. Conc. (nM)", "Junk")
                            .get(i % 5);
                    return row(artifact(i / 5, LIBRARY), "u", name, "Numeric", 5 + i % 11, null);
                })
                .into("process_udf_view", plates() * 5, i -> {
                    String name = List.of("RunID", "Run Status", "InstrumentID", "Cycle", "Read")
                            .get(i % 5);
                    Object value =
                            List.of("RUN" + i / 5, "RunCompleted", "E1", 310, 3).get(i % 5);
                    int plate = i / 5;
                    return reached(plate) <= SEQUENCING
                            ? null
                            : row(process(plate, SEQUENCING), SEQUENCING + 1, "u", name, "String", value, null);
                });
    }

    private static String value(String field, int sample) {
        return switch (field) {
            case "Species" ->
                List.of("Homo sapiens", "Bos taurus", "Gallus gallus").get(sample / PLATE % 3);
            case "Prep Workflow" ->
                sample / PLATE % 2 == 0 ? "TruSeq Nano DNA Sample Prep" : "TruSeq PCR-Free Sample Prep";
            case "Required Yield (Gb)" -> sample / PLATE % 2 == 0 ? "30" : "120";
            case "Coverage (X)" -> sample / PLATE % 2 == 0 ? "15" : "30";
            default -> String.valueOf(sample % 97);
        };
    }

    private static List<Object> row(Object... cells) {
        return java.util.Arrays.asList(cells);
    }

    /** The row of a number; null if there is none. */
    private interface Rows {
        List<?> row(int i);
    }

    /** Tables filled one after the other, over one connection. */
    private record Copy(Connection connection, String table) {

        Copy into(String next, int count, Rows rows) throws SQLException, IOException {
            return new Copy(connection, next).rows(count, rows);
        }

        Copy rows(int count, Rows rows) throws SQLException {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
            StringBuilder buffer = new StringBuilder();
            for (int i = 0; i < count; i++) {
                append(buffer, rows.row(i));
                if (buffer.length() > 60_000 || i == count - 1) {
                    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    buffer.setLength(0);
                }
            }
            copy.endCopy();
            return this;
        }

        private static void append(StringBuilder buffer, List<?> row) {
            if (row != null) {
                for (int i = 0; i < row.size(); i++) {
                    buffer.append(i == 0 ? "" : "\t").append(Objects.requireNonNullElse(row.get(i), "\\N"));
                }
                buffer.append('\n');
            }
        }
    }
}
