package org.egcg.reporting.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A laboratory with two plates. {@code P96} has 96 wells of twelve projects: the column of a well is the project, A:1
 * holds two samples, H:12 has no measurement and H:11 is empty. {@code P384} is full: P:24 holds two samples.
 */
final class PlatesFixture {

    private static final int PROJECTS = 12;

    private final List<String> samples = new ArrayList<>();
    private final List<String> artifacts = new ArrayList<>();
    private final List<String> libraries = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    private PlatesFixture() {
        for (int column = 0; column < 12; column++) {
            for (int row = 0; row < 8; row++) {
                if (row != 7 || column != 10) {
                    sample("W" + (char) ('A' + row) + (column + 1), column, row, column);
                }
            }
        }
        sample("WTWO", 0, 0, 0);
        for (int column = 0; column < 24; column++) {
            for (int row = 0; row < 16; row++) {
                genotype("WA" + (1 + column % 12), "g" + column + "_" + row, row, column);
            }
        }
        genotype("WTWO", "gtwo", 15, 23);
    }

    private void sample(String name, int project, int row, int column) {
        samples.add(
                "    - {name: %s, project: PLATE%02d, artifact: {container_name: S, xpos: %d, ypos: %d, qcflag: 1}, udfs: {Species: Homo sapiens}}"
                        .formatted(name, project, column, row));
        String measured = name.equals("WH12")
                ? ""
                : ", udfs: {'%%CV': %d, 'Ave. Conc. (nM)': %s}".formatted(row * 12 + column, row + 0.5);
        libraries.add("LIB" + name);
        artifacts.add("    - {name: LIB%s, samples: %s, container_name: P96, xpos: %d, ypos: %d, qcflag: %d%s}"
                .formatted(name, name, column, row, name.equals("WB1") ? 2 : 1, measured));
    }

    private void genotype(String sample, String name, int row, int column) {
        inputs.add(name);
        calls.add(name + "c");
        artifacts.add("    - {name: %s, samples: %s, container_name: P384, xpos: %d, ypos: %d, qcflag: 1}"
                .formatted(name, sample, column, row));
        artifacts.add("    - {name: %sc, samples: %s, udfs: {'Number of Calls (This Run)': %d}}"
                .formatted(name, sample, row + column));
    }

    private String yaml() {
        List<String> projects = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            projects.add("    - {name: PLATE%02d, udfs: {Number of Quoted Samples: 8}}".formatted(i));
        }
        return """
                projects:
                %s
                samples:
                %s
                artifacts:
                %s
                completed_steps:
                    - {name: Eval qPCR Quant, labprotocol: TruSeq PCR-Free Sample Prep, created_date: 2018-06-05 13:00:00,
                        date_run: 2018-06-05 16:10:00, list_artifacts: %s}
                    - {name: QuantStudio Data Import EG 2.0, labprotocol: Genotyping, created_date: 2018-06-05 09:40:00,
                        date_run: 2018-06-05 10:25:00, list_artifacts: %s, list_output_artifacts: %s}
                """.formatted(
                        String.join("\n", projects),
                        String.join("\n", samples),
                        String.join("\n", artifacts),
                        libraries,
                        inputs,
                        calls);
    }

    /** Writes the LIMS into a configuration directory. */
    static void write(Path directory) throws IOException {
        Files.writeString(Files.createDirectories(directory).resolve("example_lims.yaml"), new PlatesFixture().yaml());
    }
}
