package org.egcg.reporting.client.folder.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.egcg.reporting.client.folder.internal.demultiplexing.Count;
import org.egcg.reporting.client.folder.internal.demultiplexing.Element;
import org.egcg.reporting.client.folder.internal.demultiplexing.LaneTotals;
import org.egcg.reporting.client.folder.internal.demultiplexing.UnknownBarcode;

/** The documents of a run, by the names that pipelines give them. */
public final class RunDocuments {
    /** Elements come before what adds them up, so that sums are worked out once. */
    public static final Map<String, String> ID_FIELDS = ordered(List.of(
            "run_elements run_element_id",
            "unexpected_barcodes run_element_id",
            "lanes lane_id",
            "runs run_id",
            "samples sample_id",
            "projects project_id"));

    private static final String DEFAULT_PROJECT = "default";

    private final RunFiles files;
    private final String run;
    private final int unknownBarcodes;
    private final Map<Integer, Lane> lanes = new TreeMap<>();
    private final Map<String, SheetRow> rows = new HashMap<>();
    private final Map<String, Sample> samples = new LinkedHashMap<>();

    /** What the elements of a lane come to. */
    private static final class Lane {
        private long passing;
        private long total;
        private int elements;
    }

    private record Sample(String project, String library, Optional<String> name, Optional<String> plate) {}

    private RunDocuments(RunFiles files, int unknownBarcodes) {
        this.files = files;
        this.run = files.info().runId();
        this.unknownBarcodes = unknownBarcodes;
        files.sheet().forEach(row -> rows.putIfAbsent(row.sample(), row));
        files.sheet().forEach(row -> sample(row.sample(), Optional.empty(), Optional.empty()));
        for (Element element : files.reads().elements()) {
            Lane lane = lanes.computeIfAbsent(element.lane(), first -> new Lane());
            lane.passing += element.countOrZero(Count.PASSING_FILTER_READS);
            lane.total += total(element);
            lane.elements++;
            if (!element.isUndetermined()) {
                sample(element.sample(), element.project(), element.name());
            }
        }
    }

    /** The documents of the files of a run. */
    public static RunDocuments of(RunFiles files, int unknownBarcodes) {
        return new RunDocuments(files, unknownBarcodes);
    }

    private static Map<String, String> ordered(List<String> pairs) {
        Map<String, String> ordered = new LinkedHashMap<>();
        pairs.forEach(pair -> ordered.put(pair.substring(0, pair.indexOf(' ')), pair.substring(pair.indexOf(' ') + 1)));
        return java.util.Collections.unmodifiableMap(ordered);
    }

    private Sample sample(String id, Optional<String> project, Optional<String> name) {
        Optional<SheetRow> row = Optional.ofNullable(rows.get(id));
        return samples.computeIfAbsent(
                id,
                first -> new Sample(
                        project.or(() -> row.flatMap(SheetRow::project)).orElse(DEFAULT_PROJECT),
                        row.flatMap(SheetRow::library).orElse(id),
                        name.or(() -> row.flatMap(SheetRow::name)).filter(own -> !own.equals(id)),
                        row.flatMap(SheetRow::plate)));
    }

    private static long total(Element element) {
        return element.count(Count.TOTAL_READS).orElse(element.countOrZero(Count.PASSING_FILTER_READS));
    }

    /** The documents of a resource. */
    public Stream<ObjectNode> of(String resource) {
        return switch (resource) {
            case "run_elements" -> files.reads().elements().stream().map(this::element);
            case "unexpected_barcodes" -> unknown();
            case "lanes" -> IntStream.rangeClosed(1, files.info().lanes()).mapToObj(this::lane);
            case "runs" ->
                Stream.of(object().put("run_id", run)
                        .put("number_of_lanes", files.info().lanes()));
            case "samples" -> samples.entrySet().stream().map(sample -> sample(sample.getKey(), sample.getValue()));
            case "projects" -> projects().stream().map(project -> object().put("project_id", project));
            default -> throw new IllegalArgumentException("a run has no " + resource);
        };
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private Collection<String> projects() {
        return samples.values().stream()
                .map(Sample::project)
                .sorted()
                .distinct()
                .toList();
    }

    private ObjectNode lane(int number) {
        ObjectNode lane =
                object().put("lane_id", run + "_" + number).put("run_id", run).put("lane_number", number);
        Map<String, Double> measures = files.measures().of(number);
        if (!measures.isEmpty()) {
            ObjectNode metrics = lane.putObject("interop_metrics");
            measures.forEach(metrics::put);
        }
        return lane;
    }

    private ObjectNode element(Element element) {
        boolean none = element.isUndetermined();
        String barcode = none ? "unknown" : element.barcode();
        Sample sample = none
                ? new Sample(DEFAULT_PROJECT, Element.UNDETERMINED, Optional.empty(), Optional.empty())
                : samples.get(element.sample());
        String id = run + "_" + element.lane() + (barcode.isEmpty() ? "" : "_" + barcode);
        ObjectNode document = object().put("run_element_id", id)
                .put("run_id", run)
                .put("lane", element.lane())
                .put("project_id", sample.project())
                .put("library_id", sample.library())
                .put("sample_id", element.sample());
        if (!barcode.isEmpty()) {
            document.put("barcode", barcode);
        }
        counts(element, document);
        return document;
    }

    private void counts(Element element, ObjectNode document) {
        for (Count what : Count.values()) {
            element.count(what).ifPresent(count -> document.put(what.field(), count));
        }
        long passing = element.countOrZero(Count.PASSING_FILTER_READS);
        Lane lane = lanes.get(element.lane());
        boolean takesRest = element.isUndetermined() || lane.elements == 1;
        document.put(Count.TOTAL_READS.field(), takesRest ? rest(element, lane) : total(element));
        if (lane.passing > 0) {
            document.put("pc_reads_in_lane", 100d * passing / lane.passing);
        }
    }

    /**
     * What does not pass the filter belongs to no sample, or to the only one of the lane: all clusters of the lane without
     * those of the others.
     */
    private long rest(Element element, Lane lane) {
        long known = total(element);
        long others = lane.total - known;
        LaneTotals totals = files.reads().totals().get(element.lane());
        if (totals != null) {
            return Math.max(known, totals.clusters().orElse(0) - others);
        }
        boolean whole = files.measures().clustersPassing(element.lane()) == lane.passing;
        return whole ? Math.max(known, files.measures().clusters(element.lane()) - others) : known;
    }

    private Stream<ObjectNode> unknown() {
        Map<Integer, Integer> taken = new HashMap<>();
        return files.reads().unknown().stream()
                .filter(barcode -> taken.merge(barcode.lane(), 1, Integer::sum) <= unknownBarcodes)
                .map(this::unknown);
    }

    private ObjectNode unknown(UnknownBarcode barcode) {
        ObjectNode document = object().put("run_element_id", run + "_" + barcode.lane() + "_" + barcode.barcode())
                .put("run_id", run)
                .put("lane", barcode.lane())
                .put("barcode", barcode.barcode())
                .put("passing_filter_reads", (double) barcode.reads());
        Lane lane = lanes.get(barcode.lane());
        if (lane != null && lane.passing > 0) {
            document.put("pc_reads_in_lane", 100d * barcode.reads() / lane.passing);
        }
        return document;
    }

    private static ObjectNode sample(String id, Sample sample) {
        ObjectNode document = object().put("sample_id", id)
                .put("project_id", sample.project())
                .put("library_id", sample.library());
        sample.name().ifPresent(name -> document.put("user_sample_id", name));
        sample.plate().ifPresent(plate -> document.put("plate_name", plate));
        return document;
    }
}
