package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.folder.Importer;
import org.egcg.reporting.client.folder.RunFolder;
import org.egcg.reporting.client.folder.internal.example.ExampleFolder;
import org.egcg.reporting.client.folder.internal.example.ExampleRun;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.web.service.PageTable.Cell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planted in the folders of runs of six instruments is what pages show. */
class ImportedRunsIT {
    private static final Service SERVICE = RunningService.get().service();
    private static final PageVisitor VISITOR = new PageVisitor(SERVICE.root());
    private static final double GIGA = 1e9;
    private static final int ALL = 1000;

    /** The columns by their ids, with their titles. */
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("passing_filter_reads", "Passing-filter reads"),
            Map.entry("pc_reads_in_lane", "% Reads in lane"),
            Map.entry("pc_pass_filter", "% Pass filter"),
            Map.entry("pc_undetermined", "% Undetermined"),
            Map.entry("yield_in_gb", "Yield (Gb)"),
            Map.entry("yield_q30_in_gb", "Yield Q30 (Gb)"),
            Map.entry("pc_q30", "%Q30"),
            Map.entry("pc_q30_r1", "%Q30 R1"),
            Map.entry("pc_q30_r2", "%Q30 R2"),
            Map.entry("pc_adaptor", "% Adapter"),
            Map.entry("cv", "Coefficient of variance"),
            Map.entry("pc_error_r1", "% Error rate R1"),
            Map.entry("pc_error_r2", "% Error rate R2"),
            Map.entry("phasing_r1", "Phasing R1"),
            Map.entry("phasing_r2", "Phasing R2"),
            Map.entry("prephasing_r1", "Prephasing R1"),
            Map.entry("prephasing_r2", "Prephasing R2"),
            Map.entry("intensity_c1_r1", "Intensity Cycle1"));

    @TempDir
    private static Path folders;

    @BeforeAll
    static void store() {
        SERVICE.empty(Schemas.packaged().names());
        try (Communicator reporting = Communicator.builder()
                .url(SERVICE.root().toString())
                .basic("apiuser", "apiuser")
                .build()) {
            Importer importer = Importer.into(reporting);
            ofAllInstruments().forEach(run -> RunFolder.in(ExampleFolder.write(run, folders), ALL)
                    .forEach(folder -> importer.carryOut(importer.plan(folder))));
        }
    }

    @AfterAll
    static void forget() {
        SERVICE.empty(Schemas.packaged().names());
    }

    private static List<ExampleRun> ofAllInstruments() {
        return ExampleRun.ofAllInstruments();
    }

    /** What was planted for one row of a table, worked out from reads and bases, by the ids of columns. */
    private static Map<String, Double> row(
            ExampleRun run, long passing, IntToLongFunction bases, IntToLongFunction q30, IntToLongFunction adaptor) {
        Map<String, Double> row = new LinkedHashMap<>();
        double all = sum(run, bases);
        row.put("passing_filter_reads", (double) passing);
        row.put("yield_in_gb", all / GIGA);
        row.put("yield_q30_in_gb", sum(run, q30) / GIGA);
        row.put("pc_q30", 100 * sum(run, q30) / all);
        row.put("pc_adaptor", 100 * sum(run, adaptor) / all);
        for (int read = 1; read <= Math.min(run.sequenced().size(), 2); read++) {
            row.put("pc_q30_r" + read, 100d * q30.applyAsLong(read) / bases.applyAsLong(read));
        }
        return row;
    }

    private static double sum(ExampleRun run, IntToLongFunction ofRead) {
        return IntStream.rangeClosed(1, run.sequenced().size())
                .mapToLong(ofRead)
                .sum();
    }

    private interface OfSample {
        long of(int lane, int sample, int read);
    }

    private static long ofLane(ExampleRun run, int lane, int read, OfSample number) {
        return IntStream.rangeClosed(0, run.samples())
                .mapToLong(sample -> number.of(lane, sample, read))
                .sum();
    }

    private static Map<String, Double> lane(ExampleRun run, int lane) {
        Map<String, Double> row = row(
                run,
                run.passing(lane),
                read -> ofLane(run, lane, read, run::bases),
                read -> ofLane(run, lane, read, run::q30),
                read -> ofLane(run, lane, read, run::adaptor));
        row.put("pc_pass_filter", 100d * run.passing(lane) / run.clusters(lane));
        row.put("pc_undetermined", 100d * run.passing(lane, 0) / run.passing(lane));
        row.put("cv", variation(run, lane));
        // the mean of four tiles, each two more than the one before
        row.put("intensity_c1_r1", run.intensity(lane, 1, 0) + 3d);
        for (int read = 1; read <= Math.min(run.sequenced().size(), 2); read++) {
            row.put("pc_error_r" + read, run.errors(lane, read));
            row.put("phasing_r" + read, run.phasing(lane, read));
            row.put("prephasing_r" + read, run.prephasing(lane, read));
        }
        return row;
    }

    private static double variation(ExampleRun run, int lane) {
        double[] reads = IntStream.rangeClosed(1, run.samples())
                .mapToDouble(sample -> run.passing(lane, sample))
                .toArray();
        double mean = Arrays.stream(reads).average().orElseThrow();
        double squares = Arrays.stream(reads)
                .map(count -> (count - mean) * (count - mean))
                .sum();
        return Math.sqrt(squares / (reads.length - 1)) / mean;
    }

    private static Map<String, Double> element(ExampleRun run, int lane, int sample) {
        Map<String, Double> row = row(
                run,
                run.passing(lane, sample),
                read -> run.bases(lane, sample, read),
                read -> run.q30(lane, sample, read),
                read -> run.adaptor(lane, sample, read));
        row.put("pc_reads_in_lane", share(run, lane, run.passing(lane, sample)));
        return row;
    }

    private static Map<String, Double> unknown(ExampleRun run, int lane, int place) {
        long reads = run.unknownReads(lane, place);
        return Map.of("passing_filter_reads", (double) reads, "pc_reads_in_lane", share(run, lane, reads));
    }

    private static double share(ExampleRun run, int lane, long reads) {
        return 100d * reads / run.passing(lane);
    }

    @ParameterizedTest
    @MethodSource("ofAllInstruments")
    void theTableOfLanesShowsEveryNumber(ExampleRun run) throws Exception {
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        for (int lane = 1; lane <= run.lanes(); lane++) {
            rows.put(String.valueOf(lane), lane(run, lane));
        }
        shows(run, "lanes", "lane_number", "Lane", rows);
    }

    @ParameterizedTest
    @MethodSource("ofAllInstruments")
    void theTablesOfEachLaneShowEveryNumber(ExampleRun run) throws Exception {
        for (int lane = 1; lane <= run.lanes(); lane++) {
            Map<String, Map<String, Double>> samples = new LinkedHashMap<>();
            for (int sample = 0; sample <= run.samples(); sample++) {
                samples.put(sample == 0 ? "unknown" : run.barcode(sample), element(run, lane, sample));
            }
            shows(run, "demultiplexing" + lane, "barcode", "Barcode", samples);
            Map<String, Map<String, Double>> unknown = new LinkedHashMap<>();
            for (int place = 0; place < run.unknown(lane).size(); place++) {
                unknown.put(run.unknown(lane).get(place), unknown(run, lane, place));
            }
            shows(run, "unexpected" + lane, "barcode", "Barcode", unknown);
        }
    }

    /** The export holds the numbers themselves, the cells as many digits of them as they show; there are no other rows. */
    private static void shows(
            ExampleRun run, String table, String column, String title, Map<String, Map<String, Double>> rows)
            throws Exception {
        String columns = column + "," + String.join(",", TITLES.keySet());
        String part = "/run/" + run.runId() + "?" + table + ".cols=" + columns + "&part=" + table;
        List<Map<String, String>> exported = Csv.rows(VISITOR.read(part + "&export=csv&all=1"));
        assertThat(exported)
                .as(part)
                .extracting(row -> row.get(title))
                .containsExactlyInAnyOrderElementsOf(rows.keySet());
        Map<String, Map<String, Cell>> shown = new LinkedHashMap<>();
        PageTable.rows(VISITOR.read(part + "&" + table + ".n=250"))
                .values()
                .forEach(cells -> shown.put(cells.get(column).text(), cells));
        for (Map<String, String> row : exported) {
            rows.get(row.get(title)).forEach((name, planted) -> {
                String what = "%s of %s in %s of %s".formatted(name, row.get(title), table, run.runId());
                isTheSame(row.get(TITLES.get(name)), planted, what);
                shown.get(row.get(title)).get(name).shows(planted, what);
            });
        }
    }

    private static void isTheSame(String exported, double planted, String what) {
        assertThat(Double.parseDouble(exported)).as(what).isCloseTo(planted, within(Math.abs(planted) * 1e-6));
    }
}
