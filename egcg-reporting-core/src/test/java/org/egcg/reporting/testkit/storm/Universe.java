package org.egcg.reporting.testkit.storm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** A small laboratory in which everything overlaps: few runs, lanes, samples and projects. For one thread. */
final class Universe {

    private static final int RUNS = 3;
    private static final int LANES = 3;
    private static final int SAMPLES = 6;
    private static final int PROJECTS = 2;
    private static final List<String> COUNTS = List.of(
            "total_reads",
            "passing_filter_reads",
            "bases_r1",
            "bases_r2",
            "q30_bases_r1",
            "q30_bases_r2",
            "clean_bases_r1",
            "clean_bases_r2",
            "phix_reads",
            "trim_r1");
    private static final Map<String, String> ID_FIELDS = Map.of(
            "run_elements",
            "run_element_id",
            "runs",
            "run_id",
            "lanes",
            "lane_id",
            "samples",
            "sample_id",
            "projects",
            "project_id",
            "analysis_driver_procs",
            "proc_id");
    private static final Map<String, String> MARKERS = Map.of(
            "run_elements", "useable_comments", "samples", "useable_comments", "analysis_driver_procs", "genome_used");

    private final Random random;

    Universe(Random random) {
        this.random = random;
    }

    static String idField(String resource) {
        return ID_FIELDS.get(resource);
    }

    /** The field in which a write of this resource can leave its mark. */
    static Optional<String> marker(String resource) {
        return Optional.ofNullable(MARKERS.get(resource));
    }

    static List<String> resources() {
        return List.of("run_elements", "runs", "lanes", "samples", "projects", "analysis_driver_procs");
    }

    private String run() {
        return "R" + random.nextInt(RUNS);
    }

    private String sample() {
        return "S" + random.nextInt(SAMPLES);
    }

    private String project() {
        return "P" + random.nextInt(PROJECTS);
    }

    private int lane() {
        return 1 + random.nextInt(LANES);
    }

    /** A new document; only run elements and procs get names that nobody else has. */
    BsonDocument document(String resource, String unique) {
        return switch (resource) {
            case "run_elements" -> runElement(unique);
            case "runs" -> texts("run_id", run());
            case "lanes" -> lane(run(), lane());
            case "samples" -> texts("sample_id", sample(), "project_id", project());
            case "projects" -> texts("project_id", project());
            case "analysis_driver_procs" -> proc(unique);
            default -> throw new IllegalArgumentException(resource);
        };
    }

    private BsonDocument runElement(String unique) {
        BsonDocument element = texts("run_element_id", "E" + unique, "library_id", "L", "barcode", barcode());
        element.putAll(place());
        COUNTS.stream().filter(count -> random.nextInt(5) > 0).forEach(count -> element.append(count, count()));
        return element;
    }

    private String barcode() {
        return random.nextInt(6) == 0 ? "unknown" : "ACGT";
    }

    private BsonInt64 count() {
        return new BsonInt64(random.nextInt(1000));
    }

    private BsonDocument place() {
        return texts("run_id", run(), "sample_id", sample(), "project_id", project())
                .append("lane", new BsonInt64(lane()));
    }

    private static BsonDocument lane(String run, int number) {
        return texts("lane_id", run + "_" + number, "run_id", run).append("lane_number", new BsonInt64(number));
    }

    private BsonDocument proc(String unique) {
        BsonDocument proc = texts("proc_id", "A" + unique, "status", "processing");
        proc.putAll(dataset());
        return proc;
    }

    private BsonDocument dataset() {
        return switch (random.nextInt(3)) {
            case 0 -> texts("dataset_type", "run", "dataset_name", run());
            case 1 -> texts("dataset_type", "sample", "dataset_name", sample());
            default -> texts("dataset_type", "project", "dataset_name", project());
        };
    }

    /** Changes of a document that exists, among them its moving to another parent. */
    BsonDocument changes(String resource) {
        return switch (resource) {
            case "run_elements" -> runElementChanges();
            case "runs" -> new BsonDocument("number_of_lanes", new BsonInt64(lane()));
            case "lanes" -> texts("run_id", run()).append("lane_number", new BsonInt64(lane()));
            case "samples" -> random.nextBoolean() ? texts("project_id", project()) : sampleStatus();
            case "analysis_driver_procs" -> random.nextBoolean() ? dataset() : texts("status", "finished");
            default -> new BsonDocument();
        };
    }

    private BsonDocument runElementChanges() {
        return switch (random.nextInt(4)) {
            case 0 -> place();
            case 1 -> texts("useable", oneOf("yes", "no", "not marked"));
            case 2 -> texts("reviewed", oneOf("pass", "fail", "not reviewed"));
            default -> new BsonDocument(COUNTS.get(random.nextInt(COUNTS.size())), count());
        };
    }

    private BsonDocument sampleStatus() {
        return texts("reviewed", oneOf("pass", "fail", "genotype missing"), "delivered", oneOf("yes", "no"));
    }

    /** Something that the schema refuses. */
    BsonDocument spoilt(BsonDocument document) {
        return document.clone().append("no_such_field", new BsonString("x"));
    }

    private String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static BsonDocument texts(String... pairs) {
        BsonDocument document = new BsonDocument();
        for (int i = 0; i < pairs.length; i += 2) {
            BsonValue text = new BsonString(pairs[i + 1]);
            document.append(pairs[i], text);
        }
        return document;
    }
}
