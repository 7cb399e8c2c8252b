package org.egcg.reporting.consistency;

import static org.egcg.reporting.consistency.StoredText.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.egcg.reporting.consistency.Inconsistency.Named;
import org.egcg.reporting.sample.SampleKinds;

/** Parts whose whole is not there, and parts that are there twice; each collection is read once. */
final class Parts {

    private static final String ELEMENTS = "run_elements";
    private static final String UNKNOWN_SAMPLE = "Undetermined";
    private static final String UNKNOWN_PROJECT = "default";

    private final Scan scan;
    private final ParentNames names = new ParentNames();
    private final Findings findings;
    private final SampleKinds kinds;

    Parts(Scan scan, Findings findings, SampleKinds kinds) {
        this.scan = scan;
        this.findings = findings;
        this.kinds = kinds;
    }

    /** Looks, once at each document, which {@link NumberCheck} sees on the occasion. */
    void look(Optional<LimsComparison> lims) {
        Findings later = new Findings();
        scan.each("runs", run -> names.runs().add(text(run, "run_id")), "run_id");
        scan.each("projects", project -> names.projects().add(text(project, "project_id")), "project_id");
        lanes(new NumberCheck(later));
        samples(new NumberCheck(later), lims);
        elements(new NumberCheck(findings));
        barcodes(new NumberCheck(findings));
        findings.append(later);
    }

    private void each(String resource, NumberCheck numbers, Consumer<BsonDocument> reader, String... fields) {
        Set<String> all = new LinkedHashSet<>(NumberCheck.fields(resource));
        all.addAll(List.of(fields));
        scan.each(
                resource,
                document -> {
                    reader.accept(document);
                    numbers.look(resource, document);
                },
                all.toArray(String[]::new));
    }

    private void lanes(NumberCheck numbers) {
        Twice twice = new Twice(scan, "lanes", Parts::laneKey);
        each(
                "lanes",
                numbers,
                lane -> {
                    twice.note(lane);
                    names.lanes().add(laneKey(lane));
                    lane(lane);
                },
                "lane_number");
        twice.each(this::laneTwice, "lane_id", "run_id", "lane_number");
    }

    private static long laneKey(BsonDocument lane) {
        return Lanes.key(text(lane, "run_id"), lane.get("lane_number"));
    }

    private void lane(BsonDocument lane) {
        String run = text(lane, "run_id");
        if (!run.isEmpty() && !names.runs().contains(run)) {
            add(
                    InconsistencyKind.LANE_WITHOUT_RUN,
                    run,
                    "There is no run " + run + ", but there are lanes of it.",
                    new Named("lanes", text(lane, "lane_id")),
                    run,
                    "");
        }
    }

    private void laneTwice(BsonDocument lane) {
        String run = text(lane, "run_id");
        String number = Lanes.number(lane.get("lane_number"));
        add(
                InconsistencyKind.LANE_TWICE,
                run + "\n" + number,
                "Lane " + number + " of run " + run + " is stored under several lane ids.",
                new Named("lanes", text(lane, "lane_id")),
                run,
                "");
    }

    private void elements(NumberCheck numbers) {
        Twice twice = new Twice(scan, ELEMENTS, Parts::elementKey);
        each(
                ELEMENTS,
                numbers,
                element -> {
                    twice.note(element);
                    element(element);
                },
                "lane",
                "barcode",
                "project_id",
                SampleKinds.FIELD);
        twice.each(this::elementTwice, "run_element_id", "run_id", "lane", "barcode", "sample_id");
    }

    private static long elementKey(BsonDocument element) {
        return Keys.of(text(element, "run_id"), Lanes.number(element.get("lane")), text(element, "barcode"));
    }

    private void elementTwice(BsonDocument element) {
        String run = text(element, "run_id");
        String lane = Lanes.number(element.get("lane"));
        String barcode = text(element, "barcode");
        String which = barcode.isEmpty() ? "What has no barcode" : "The barcode " + barcode;
        add(
                InconsistencyKind.ELEMENT_TWICE,
                String.join("\n", run, lane, barcode),
                which + " in lane " + lane + " of run " + run + " is stored under several run element ids.",
                named(element),
                run,
                text(element, "sample_id"));
    }

    private void element(BsonDocument element) {
        String run = text(element, "run_id");
        String sample = text(element, "sample_id");
        String project = text(element, "project_id");
        if (!names.runs().contains(run)) {
            String sentence = "There is no run " + run + ", but there are run elements of it.";
            add(InconsistencyKind.ELEMENT_WITHOUT_RUN, run, sentence, named(element), run, sample);
        }
        if (!names.lanes().contains(Lanes.key(run, element.get("lane")))) {
            String lane = Lanes.number(element.get("lane"));
            String sentence = "Run " + run + " has run elements in lane " + lane + ", and no such lane is stored.";
            add(InconsistencyKind.ELEMENT_WITHOUT_LANE, run + "\n" + lane, sentence, named(element), run, sample);
        }
        if (isSample(element) && !names.samples().contains(sample)) {
            String sentence = "There is no sample " + sample + ", but there are run elements of it.";
            add(InconsistencyKind.ELEMENT_WITHOUT_SAMPLE, sample, sentence, named(element), run, sample);
        }
        if (isSample(element)
                && !project.equals(UNKNOWN_PROJECT)
                && !names.projects().contains(project)) {
            String sentence = "There is no project " + project + ", but there are run elements of it.";
            add(InconsistencyKind.ELEMENT_WITHOUT_PROJECT, project, sentence, named(element), run, sample);
        }
    }

    private boolean isSample(BsonDocument document) {
        return !text(document, "sample_id").equals(UNKNOWN_SAMPLE)
                && !kinds.of(document).isControl();
    }

    private void barcodes(NumberCheck numbers) {
        each("unexpected_barcodes", numbers, this::barcode);
    }

    private void barcode(BsonDocument barcode) {
        String run = text(barcode, "run_id");
        if (!names.runs().contains(run)) {
            add(
                    InconsistencyKind.BARCODE_WITHOUT_RUN,
                    run,
                    "There is no run " + run + ", but there are unexpected barcodes of it.",
                    new Named("unexpected_barcodes", text(barcode, "run_element_id")),
                    run,
                    "");
        }
    }

    private void samples(NumberCheck numbers, Optional<LimsComparison> lims) {
        each(
                "samples",
                numbers,
                sample -> {
                    names.samples().add(text(sample, "sample_id"));
                    sample(sample);
                    lims.ifPresent(known -> known.look(sample));
                },
                "project_id",
                SampleKinds.FIELD);
        lims.ifPresent(known -> known.missing(names.samples()));
    }

    private void sample(BsonDocument sample) {
        String project = text(sample, "project_id");
        String id = text(sample, "sample_id");
        if (isSample(sample) && !names.projects().contains(project)) {
            add(
                    InconsistencyKind.SAMPLE_WITHOUT_PROJECT,
                    project,
                    "There is no project " + project + ", but there are samples of it.",
                    new Named("samples", id),
                    "",
                    id);
        }
    }

    private static Named named(BsonDocument element) {
        return new Named(ELEMENTS, text(element, "run_element_id"));
    }

    private void add(InconsistencyKind kind, String about, String sentence, Named document, String run, String sample) {
        List<Named> pages = sample.isEmpty() || sample.equals(UNKNOWN_SAMPLE)
                ? List.of(new Named("runs", run))
                : List.of(new Named("runs", run), new Named("samples", sample));
        findings.add(kind, about, sentence, document, pages);
    }
}
