package org.egcg.reporting.embedded;

import static org.egcg.reporting.embedded.ExampleReads.decimal;
import static org.egcg.reporting.embedded.ExampleReads.integer;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.embedded.ExampleRuns.Outcome;
import org.egcg.reporting.embedded.ExampleRuns.Run;
import org.egcg.reporting.embedded.ExampleRuns.Sample;

/**
 * A small laboratory to try things out with: seven runs in all states, single and pooled lanes, three projects and
 * what the pipelines made of them. It belongs to the LIMS of {@code etc/example_lims.yaml}. Always the same.
 */
public final class ExampleDocuments {

    private static final BsonString UNKNOWN = new BsonString("unknown");

    private final Map<String, BsonArray> byResource = new LinkedHashMap<>();
    private final ExampleProcs procs = new ExampleProcs(this::add);

    private ExampleDocuments() {
        references();
        ExampleRuns.all().forEach(this::run);
        ExampleRuns.samples().forEach(this::sample);
        projects();
    }

    /** Hands out the documents, resource by resource, in an order in which each finds what it refers to. */
    public static void load(BiConsumer<String, BsonArray> destination) {
        Map<String, BsonArray> documents = new ExampleDocuments().byResource;
        for (String resource : List.of(
                "genomes",
                "species",
                "run_elements",
                "unexpected_barcodes",
                "analysis_driver_stages",
                "analysis_driver_procs",
                "runs",
                "lanes",
                "samples",
                "projects")) {
            destination.accept(resource, documents.get(resource));
        }
    }

    private void add(String resource, BsonDocument document) {
        byResource.computeIfAbsent(resource, same -> new BsonArray()).add(document);
    }

    private void references() {
        species("Homo sapiens", "9606", 3_100, "hg38", "GCA_000001405.28");
        species("Bos taurus", "9913", 2_715, "ARS-UCD1.2", "GCA_002263795.2");
        species("Gallus gallus", "9031", 1_065, "GRCg6a", "GCA_000002315.5");
    }

    private void species(String name, String taxid, double sizeInMb, String assembly, String source) {
        String folder = "/reference/" + name.replace(' ', '_') + "/" + assembly + "/";
        add(
                "genomes",
                texts("assembly_name", assembly, "species", name, "data_source", source)
                        .append("genome_size", integer(sizeInMb * 1e6))
                        .append("data_files", texts("fasta", folder + assembly + ".fa"))
                        .append(
                                "analyses_supported",
                                array(List.of(new BsonString("qc"), new BsonString("variant_calling")))));
        add(
                "species",
                texts("name", name, "taxid", taxid, "default_version", assembly)
                        .append("approximate_genome_size", decimal(sizeInMb))
                        .append("genomes", array(List.of(new BsonString(assembly)))));
    }

    private void run(Run run) {
        List<BsonValue> elementsOfRun = new ArrayList<>();
        for (int lane = 1; lane <= run.lanes().size(); lane++) {
            List<BsonValue> elements =
                    run.hasReads() ? lane(run, lane, run.lanes().get(lane - 1)) : List.of();
            elementsOfRun.addAll(elements);
            add(
                    "lanes",
                    texts("lane_id", run.id() + "_" + lane, "run_id", run.id())
                            .append("lane_number", integer(lane))
                            .append("run_elements", array(elements)));
        }
        add(
                "runs",
                texts("run_id", run.id())
                        .append("number_of_lanes", integer(run.lanes().size()))
                        .append("run_elements", array(elementsOfRun))
                        .append("analysis_driver_procs", array(List.of(procs.of(run)))));
    }

    private List<BsonValue> lane(Run run, int lane, List<Sample> samples) {
        List<BsonValue> ids = new ArrayList<>();
        for (Sample sample : samples) {
            ids.add(element(run, lane, sample, samples.size()));
        }
        if (samples.size() > 1) {
            ids.add(undetermined(run, lane, samples.get(0)));
        }
        return ids;
    }

    private BsonValue element(Run run, int lane, Sample sample, int samplesInLane) {
        String name = run.id() + "_" + lane + "_" + sample.well();
        ExampleReads reads = new ExampleReads(sample, name, 0.97 / samplesInLane);
        String barcode = reads.barcode().getValue();
        BsonString id =
                new BsonString(samplesInLane == 1 ? run.id() + "_" + lane : run.id() + "_" + lane + "_" + barcode);
        BsonDocument element = placed(id, run, lane, sample.project(), sample.id(), sample.library());
        if (samplesInLane > 1) {
            element.append("barcode", reads.barcode());
        }
        element.putAll(reads.counts());
        element.append("pc_reads_in_lane", decimal(97.0 / samplesInLane))
                .append("mapping_metrics", reads.mapping())
                .append("coverage", reads.coverage())
                .append("gc_bias", reads.gcBias());
        if (run.outcome() == Outcome.REVIEWED) {
            reviewed(element, run, sample);
        }
        add("run_elements", element);
        return id;
    }

    private static BsonDocument placed(
            BsonString id, Run run, int lane, String project, String sample, String library) {
        return texts("run_id", run.id(), "project_id", project, "sample_id", sample, "library_id", library)
                .append("run_element_id", id)
                .append("lane", integer(lane));
    }

    private static void reviewed(BsonDocument element, Run run, Sample sample) {
        boolean poor = sample.id().equals("EG0117P001B01");
        element.append("reviewed", new BsonString(poor ? "fail" : "pass"))
                .append("review_date", date(run.sequenced().plusHours(30)))
                .append("useable", new BsonString(poor ? "no" : "yes"))
                .append("useable_date", date(run.sequenced().plusHours(31)))
                .append("useable_reviewer", new BsonString("demo"));
        if (poor) {
            element.append(
                            "review_comments",
                            new BsonString("Failed due to PC Q30 < 75, PC Q30 R1 < 70, PC Q30 R2 < 70"))
                    .append("useable_comments", new BsonString("to be sequenced again"));
        }
    }

    private BsonValue undetermined(Run run, int lane, Sample neighbour) {
        BsonString id = new BsonString(run.id() + "_" + lane + "_unknown");
        ExampleReads reads = new ExampleReads(neighbour, id.getValue(), 0.03);
        BsonDocument element = placed(id, run, lane, neighbour.project(), "Undetermined", "Undetermined")
                .append("barcode", UNKNOWN);
        element.putAll(reads.counts());
        add("run_elements", element);
        for (String barcode : List.of("GGGGGGGG", "ATCACGTT")) {
            add(
                    "unexpected_barcodes",
                    texts(
                                    "run_element_id",
                                    run.id() + "_" + lane + "_" + barcode,
                                    "run_id",
                                    run.id(),
                                    "barcode",
                                    barcode)
                            .append("lane", integer(lane))
                            .append("passing_filter_reads", integer(1_200_000.0 + 90_000 * lane))
                            .append("pc_reads_in_lane", decimal(0.3)));
        }
        return id;
    }

    private void sample(Sample sample) {
        List<BsonDocument> elements = byResource.get("run_elements").stream()
                .map(BsonValue::asDocument)
                .filter(element -> element.getString("sample_id").getValue().equals(sample.id()))
                .toList();
        BsonDocument document = texts(
                        "sample_id", sample.id(),
                        "project_id", sample.project(),
                        "library_id", sample.library(),
                        "plate_name", sample.plate(),
                        "user_sample_id", sample.userSampleId(),
                        "species_name", sample.species())
                .append("required_yield", integer(sample.requiredYieldInGb() * 1e9))
                .append("required_yield_q30", integer(sample.requiredYieldInGb() * 0.875e9))
                .append("required_coverage", integer(sample.requiredCoverage()))
                .append(
                        "run_elements",
                        array(elements.stream()
                                .map(element -> element.get("run_element_id"))
                                .toList()));
        new ExampleResults(sample, elements, procs).into(document);
        add("samples", document);
    }

    private void projects() {
        for (String project : List.of("EG0104", "EG0117", "EG0121")) {
            List<BsonValue> samples = ExampleRuns.samples().stream()
                    .filter(sample -> sample.project().equals(project))
                    .map(sample -> (BsonValue) new BsonString(sample.id()))
                    .toList();
            add(
                    "projects",
                    texts("project_id", project)
                            .append("samples", array(samples))
                            .append("analysis_driver_procs", array(procs.ofProject(project))));
        }
    }

    static BsonDocument texts(String... namesAndValues) {
        BsonDocument document = new BsonDocument();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            document.append(namesAndValues[i], new BsonString(namesAndValues[i + 1]));
        }
        return document;
    }

    static BsonArray array(List<? extends BsonValue> values) {
        return new BsonArray(values);
    }

    /** As clients send dates: text. */
    static BsonValue date(LocalDateTime time) {
        return new BsonString(org.egcg.reporting.json.ApiDate.format(
                new BsonDateTime(time.toInstant(ZoneOffset.UTC).toEpochMilli())));
    }
}
