package org.egcg.reporting.web.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.embedded.ExampleFacility;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.query.ReadRequest;

/**
 * Runs and samples to be judged: what real sequencers put out, the example data, and a thousand lanes of six models and
 * their samples made up by chance.
 */
final class Facility {

    static final List<String> REAL =
            List.of("hiseq2500-eight-lanes", "hiseqx-two-lanes", "miseq-one-lane", "nextseq2000-two-lanes");

    private static final List<String> EXAMPLE = List.of(
            "genomes",
            "species",
            "analysis_driver_stages",
            "analysis_driver_procs",
            "run_elements",
            "unexpected_barcodes",
            "runs",
            "lanes",
            "samples",
            "projects");

    /** The sample that all lanes made up by chance are of: it reaches what was ordered, and too few of its reads are mapped. */
    private static final String ALL_LANES = "S1";

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
    private final Set<String> samples = new TreeSet<>();

    Facility(Service service) {
        this.service = service;
    }

    /** The names of all runs that were stored. */
    List<String> runs() {
        return List.copyOf(runs);
    }

    /** The names of all samples that were stored. */
    List<String> samples() {
        return List.copyOf(samples);
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

    /** A document for each sample that runs name: some are human, some compared with a genotype, some were never ordered. */
    void storeSamples(List<BsonDocument> reals) {
        Set<String> names = new TreeSet<>();
        reals.forEach(real -> real.getArray("run_elements")
                .forEach(element ->
                        names.add(element.asDocument().getString("sample_id").getValue())));
        names.removeAll(Set.of("Undetermined", ALL_LANES));
        IntStream.range(0, 50).forEach(number -> names.add("made_up_" + number));
        samples.addAll(names);
        post("samples", names.stream().map(this::sample).toList());
        samples.add(ALL_LANES);
        post("samples", List.of("""
                {"sample_id": "%s", "project_id": "P1", "required_yield": 1000000000, "required_coverage": 10,
                 "bam_file_reads": 1000, "mapped_reads": 880, "duplicate_reads": 10, "coverage": {"mean": 30}}""".formatted(ALL_LANES)));
    }

    private String sample(String name) {
        StringBuilder fields = new StringBuilder("{\"sample_id\": \"%s\", \"project_id\": \"P1\"".formatted(name));
        if (chance.nextInt(4) > 0) {
            fields.append(", \"required_yield\": %d".formatted(chance.nextInt(3) * 1_000_000_000L));
        }
        if (chance.nextInt(4) > 0) {
            fields.append(", \"required_coverage\": %d".formatted(chance.nextInt(40)));
        }
        if (chance.nextInt(4) > 0) {
            fields.append(", \"species_name\": \"%s\"".formatted(chance.nextBoolean() ? "Homo sapiens" : "Ovis aries"));
        }
        if (chance.nextInt(2) > 0) {
            fields.append(", \"genotype_validation\": {\"mismatching_snps\": %d, \"no_call_seq\": %d}"
                    .formatted(chance.nextInt(8), chance.nextInt(14)));
        }
        if (chance.nextInt(4) > 0) {
            fields.append(", \"bam_file_reads\": 1000, \"mapped_reads\": %d, \"duplicate_reads\": %d"
                    .formatted(850 + chance.nextInt(150), chance.nextInt(500)));
            fields.append(", \"coverage\": {\"mean\": %d.5}".formatted(chance.nextInt(50)));
        }
        return fields.append('}').toString();
    }

    /** Samples whose order the LIMS alone knows, in its database and in Clarity. */
    void storeOrderedInLims(List<BsonDocument> known) {
        List<String> names = known.stream()
                .map(sample -> sample.getString("sample_id").getValue())
                .toList();
        samples.addAll(names);
        post(
                "samples",
                names.stream()
                        .map(name -> """
                                {"sample_id": "%s", "project_id": "P1", "bam_file_reads": 1000, "mapped_reads": 990,
                                 "duplicate_reads": 10, "coverage": {"mean": %d}}""".formatted(name, chance.nextInt(60)))
                        .toList());
    }

    /** What a new installation shows, as clients would post it. */
    void storeExample() {
        Path directory = Path.of("target", "example-" + System.nanoTime()).toAbsolutePath();
        try (Reporting example =
                Reporting.open(Configuration.load(Map.of("EGCG_DATA_DIR", directory.toString()), directory))) {
            ExampleFacility.load(example);
            for (String resource : EXAMPLE) {
                List<BsonDocument> documents = example.reader()
                        .all(example.schema(resource), ReadRequest.everything())
                        .list();
                post(resource, documents.stream().map(Facility::asPosted).toList());
                named(documents, "runs".equals(resource) ? "run_id" : "", runs);
                named(documents, "samples".equals(resource) ? "sample_id" : "", samples);
            }
        }
    }

    private static String asPosted(BsonDocument stored) {
        BsonDocument posted = new BsonDocument();
        stored.forEach((field, value) -> {
            if (!field.startsWith("_") && !field.equals("aggregated")) {
                posted.append(field, value);
            }
        });
        return JsonWriter.text(posted);
    }

    private static void named(List<BsonDocument> documents, String field, Collection<String> into) {
        documents.stream()
                .filter(document -> document.isString(field))
                .forEach(document -> into.add(document.getString(field).getValue()));
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
        String second = kind == 2
                ? ""
                : ", \"bases_r2\": %d, \"clean_bases_r2\": %d, \"q30_bases_r2\": %d".formatted(bases, bases, good);
        return List.of(
                element(run, lane, "ACGT", ALL_LANES, bases, good, second, chance.nextInt(1_000_000)),
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
                 "library_id": "L1", "useable": "yes", "sample_id": "%s", "bases_r1": %d, "clean_bases_r1": %d,
                 "q30_bases_r1": %d%s, "passing_filter_reads": %d,
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
                throw new AssertionError(resource + ": "
                        + answer.body().substring(0, Math.min(500, answer.body().length())));
            }
        }
    }
}
