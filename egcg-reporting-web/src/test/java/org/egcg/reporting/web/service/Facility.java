package org.egcg.reporting.web.service;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.BsonDocument;
import org.egcg.reporting.json.JsonReader;

/** Runs to be judged: what real sequencers put out, and a thousand lanes of six models made up by chance. */
final class Facility {

    static final List<String> REAL =
            List.of("hiseq2500-eight-lanes", "hiseqx-two-lanes", "miseq-one-lane", "nextseq2000-two-lanes");

    private static final int LANES_OF_A_RUN = 8;
    private static final int BATCH = 500;
    private static final List<String> MODELS = List.of(
            "E00306_%04d_AHABCDCCXX",
            "K00123_%04d_AHABCDBBXX",
            "M04034_%04d_000000000-ABCDE",
            "NB501234_%04d_AHABCDBGX5",
            "A00123_%04d_AHABCDDSXX",
            "VH00384_%d_AACCHKLHV");

    private final Service service;

    /** Yesterday, as names of runs begin with it: charts show the runs of last month. */
    private final String day = LocalDate.now(ZoneOffset.UTC).minusDays(1).format(DateTimeFormatter.ofPattern("yyMMdd"));

    private final Random chance = new Random(17);
    private final List<String> runs = new ArrayList<>();

    Facility(Service service) {
        this.service = service;
    }

    /** The names of all runs that were stored. */
    List<String> runs() {
        return List.copyOf(runs);
    }

    /** Whether it is one of those made up, not one of years ago. */
    boolean isOfLastMonth(String run) {
        return run.startsWith(day);
    }

    static BsonDocument real(String name) {
        try (InputStream file = Facility.class.getResourceAsStream("/real-runs/" + name + ".json")) {
            return JsonReader.read(file.readAllBytes()).asDocument();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    void storeReal(BsonDocument run) {
        String id = run.getString("run_id").getValue();
        runs.add(id);
        post("runs", List.of("{\"run_id\": \"" + id + "\"}"));
        post(
                "lanes",
                run.getArray("lanes").stream()
                        .map(lane -> lane(id, lane.asNumber().intValue()))
                        .toList());
        post(
                "run_elements",
                run.getArray("run_elements").stream()
                        .map(element -> element.asDocument().toJson())
                        .toList());
        post(
                "unexpected_barcodes",
                run.getArray("unexpected_barcodes").stream()
                        .map(barcode -> barcode.asDocument().toJson())
                        .toList());
    }

    void storeLanes(int number) {
        List<String> lanes = new ArrayList<>();
        List<String> elements = new ArrayList<>();
        for (int run = 0; run < number / LANES_OF_A_RUN; run++) {
            String id = day + "_" + MODELS.get(run % MODELS.size()).formatted(run + 1);
            runs.add(id);
            for (int lane = 1; lane <= LANES_OF_A_RUN; lane++) {
                lanes.add(lane(id, lane));
                elements.addAll(elements(id, lane));
            }
        }
        post(
                "runs",
                runs.stream()
                        .filter(this::isOfLastMonth)
                        .map(id -> "{\"run_id\": \"" + id + "\"}")
                        .toList());
        post("lanes", lanes);
        post("run_elements", elements);
    }

    private static String lane(String run, int number) {
        return "{\"lane_id\": \"%s_%d\", \"run_id\": \"%s\", \"lane_number\": %d}".formatted(run, number, run, number);
    }

    /** One lane of ten has no data, one a single read, one nothing but zeros. */
    private List<String> elements(String run, int lane) {
        int kind = chance.nextInt(10);
        if (kind == 0) {
            return List.of();
        }
        long bases = kind == 1 ? 0 : (long) (chance.nextDouble() * 150e9);
        long good = (long) (bases * (0.6 + 0.4 * chance.nextDouble()));
        String second = kind == 2 ? "" : ", \"bases_r2\": %d, \"q30_bases_r2\": %d".formatted(bases, good);
        return List.of(
                element(run, lane, "ACGT", "S1", bases, good, second, chance.nextInt(1_000_000)),
                element(
                        run,
                        lane,
                        "unknown",
                        "Undetermined",
                        0,
                        0,
                        second.isEmpty() ? "" : ", \"bases_r2\": 0",
                        chance.nextInt(500_000)));
    }

    private String element(
            String run, int lane, String barcode, String sample, long bases, long good, String second, int reads) {
        return """
                {"run_element_id": "%s_%d_%s", "run_id": "%s", "lane": %d, "barcode": "%s", "project_id": "P1",
                 "library_id": "L1", "sample_id": "%s", "bases_r1": %d, "q30_bases_r1": %d%s, "passing_filter_reads": %d,
                 "total_reads": %d, "adaptor_bases_removed_r1": %d%s,
                 "mapping_metrics": {"bam_file_reads": 100, "duplicate_reads": %d, "picard_opt_dup_reads": %d}}""".formatted(
                        run,
                        lane,
                        barcode,
                        run,
                        lane,
                        barcode,
                        sample,
                        bases,
                        good,
                        second,
                        reads,
                        reads,
                        bases / 20,
                        second.isEmpty() ? "" : ", \"adaptor_bases_removed_r2\": 0",
                        chance.nextInt(60),
                        chance.nextInt(40));
    }

    private void post(String resource, List<String> documents) {
        for (int from = 0; from < documents.size(); from += BATCH) {
            String body = String.join(",", documents.subList(from, Math.min(documents.size(), from + BATCH)));
            var answer = service.answer(service.request("POST", "/" + resource, "[" + body + "]"));
            if (answer.statusCode() != 201) {
                throw new AssertionError(
                        answer.body().substring(0, Math.min(2000, answer.body().length())));
            }
        }
    }
}
