package org.egcg.reporting.consistency;

import static org.egcg.reporting.consistency.StoredText.text;

import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.consistency.Inconsistency.Named;
import org.egcg.reporting.sample.SampleKinds;

/** Parts whose whole is not there, and parts that are there twice. */
final class Parts {

    private static final String ELEMENTS = "run_elements";
    private static final String UNKNOWN_SAMPLE = "Undetermined";
    private static final String UNKNOWN_PROJECT = "default";

    private final Scan scan;
    private final ParentNames names;
    private final Findings findings;
    private final SampleKinds kinds;

    Parts(Scan scan, ParentNames names, Findings findings, SampleKinds kinds) {
        this.scan = scan;
        this.names = names;
        this.findings = findings;
        this.kinds = kinds;
    }

    void look() {
        lanes();
        elements();
        scan.each("unexpected_barcodes", this::barcode, "run_id", "run_element_id");
        scan.each("samples", this::sample, "sample_id", "project_id", SampleKinds.FIELD);
    }

    private void lanes() {
        Twice twice = new Twice(scan, "lanes", lane -> Lanes.key(text(lane, "run_id"), lane.get("lane_number")));
        String[] fields = {"lane_id", "run_id", "lane_number"};
        scan.each(
                "lanes",
                lane -> {
                    twice.note(lane);
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
                },
                fields);
        twice.each(this::laneTwice, fields);
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

    private void elements() {
        Twice twice = new Twice(scan, ELEMENTS, Parts::elementKey);
        scan.each(
                ELEMENTS,
                element -> {
                    twice.note(element);
                    element(element);
                },
                "run_element_id",
                "run_id",
                "lane",
                "barcode",
                "sample_id",
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
