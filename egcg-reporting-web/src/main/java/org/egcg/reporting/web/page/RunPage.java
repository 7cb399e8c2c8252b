package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.web.reading.LaneShare;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Judging;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Mark;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableSpec.Review;

/** One run: its lanes, what came out of each, and how it was processed. */
@Named("run")
@RequestScoped
public class RunPage extends ProcessedPage {

    private static final String DEMULTIPLEXING = "demultiplexing";
    private static final String UNEXPECTED = "unexpected";

    /** Pipelines put reads of barcodes that were not ordered into this project, which is none. */
    private static final String UNKNOWN_BARCODES = "default";

    private List<BsonDocument> lanes;
    private BsonDocument run;
    private List<String> failing;

    public String id() {
        return pageRequest.parameter();
    }

    @Override
    public String title() {
        return id() + " Run Report";
    }

    @Override
    public String menu() {
        return "Runs";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Runs", "/runs/all"), Link.to("Recent", "/runs/recent"), Link.end(id()));
    }

    /** Whether the store answers; without it there is nothing to show but that. */
    public boolean away() {
        try {
            lanes();
            return false;
        } catch (Unavailable store) {
            return true;
        }
    }

    private List<BsonDocument> lanes() {
        if (lanes == null) {
            lanes = reports.records().documents("lanes", Criteria.equal("run_id", id()), "lane_number", "");
        }
        return lanes;
    }

    private BsonDocument run() {
        if (run == null) {
            run = reports.records().documents("runs", Criteria.equal("run_id", id())).stream()
                    .findFirst()
                    .orElse(new BsonDocument());
        }
        return run;
    }

    @Override
    public String notFound() {
        return !away() && lanes().isEmpty() && run().isEmpty()
                ? "The pipelines have reported no run " + id() + "."
                : "";
    }

    @Override
    public List<Fact> facts() {
        if (away() || run().isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        String[] parts = id().split("_", -1);
        if (parts.length == 4) {
            facts.add(Fact.of("Instrument", parts[1]));
        }
        BsonDocument aggregated = Bson.document(run(), "aggregated");
        List<Link> projects = Bson.texts(aggregated, "project_ids").stream()
                .filter(project -> !UNKNOWN_BARCODES.equals(project))
                .map(project -> Link.to(project, Address.of("/projects/", project)))
                .toList();
        if (!projects.isEmpty()) {
            facts.add(new Fact("Projects", projects));
        }
        facts.add(Fact.of("Samples", String.valueOf(samples().size())));
        return facts;
    }

    /** The samples on the run, without unknown barcodes. */
    private Set<String> samples() {
        Set<String> samples = new TreeSet<>();
        lanes().forEach(lane -> samples.addAll(Bson.texts(lane, "aggregated.sample_ids")));
        samples.remove("Undetermined");
        return samples;
    }

    /** The documents of the lanes, ascending: what the lane tiles are drawn of. */
    public List<BsonDocument> laneDocuments() {
        return away() ? List.of() : lanes();
    }

    /** The numbers of the lanes, ascending. */
    public List<String> laneNumbers() {
        Set<Long> numbers = new TreeSet<>();
        for (BsonDocument lane : laneDocuments()) {
            if (lane.isNumber("lane_number")) {
                numbers.add(lane.getNumber("lane_number").longValue());
            }
        }
        return numbers.stream().map(String::valueOf).toList();
    }

    /** The lanes at a glance; none if they cannot be read. */
    public List<LaneTile> laneTiles() {
        ReportTable table = lanesTable();
        return table.failed()
                ? List.of()
                : table.view().rows().rows().stream()
                        .map(lane -> LaneTile.of(lane, pageRequest.path()))
                        .toList();
    }

    public ReportTable lanesTable() {
        return table("lanes");
    }

    /** The tabs of run elements, one per lane. */
    public Tabs demultiplexing() {
        return tabs(DEMULTIPLEXING, "Demultiplexing lane ", failing());
    }

    /** The tabs of unexpected barcodes, one per lane. */
    public Tabs unexpected() {
        return tabs(UNEXPECTED, "Unexpected barcodes lane ", List.of());
    }

    private Tabs tabs(String key, String label, List<String> failing) {
        Set<String> names = new LinkedHashSet<>(laneNumbers());
        return new Tabs(key, label, List.copyOf(names), failing, pageRequest, this);
    }

    /** The numbers of the lanes that fail; a page asks for them once per tab. */
    private List<String> failing() {
        if (failing == null) {
            failing = laneTiles().stream()
                    .filter(LaneTile::failed)
                    .map(LaneTile::number)
                    .toList();
        }
        return failing;
    }

    @Override
    List<ReportTable> made() {
        List<ReportTable> all = new ArrayList<>();
        all.add(lanesReport());
        for (String lane : laneNumbers()) {
            all.add(elements(lane));
            all.add(barcodes(lane));
        }
        return all;
    }

    private ReportTable lanesReport() {
        Layout layout = reports.layout("lane_aggregation", "lane_id")
                .reviewing("aggregated.sample_ids")
                .judging(Judging.of(Subject.LANE, pages.reviews()))
                .marking(Mark.Rule.FILTERING);
        TableSpec spec = TableSpec.minimal(
                        "lanes", "Aggregation per lane", pages.table("lane_aggregation"), "lane_number", "lanes")
                .reviewing(Review.RUN);
        return reports.of(spec, layout, reports.records().stored("lanes", Criteria.equal("run_id", id()), layout));
    }

    private ReportTable elements(String lane) {
        Layout layout = reports.layout(DEMULTIPLEXING, "run_element_id")
                .reviewing("sample_id")
                .judging(Judging.of(Subject.RUN_ELEMENT, pages.reviews())
                        .with(element -> LaneShare.lane(lanes(), element).map(pages.reviews()::lane)))
                .marking(Mark.Rule.FILTERING);
        TableSpec spec = TableSpec.minimal(
                        DEMULTIPLEXING + lane,
                        "Demultiplexing lane " + lane,
                        pages.table(DEMULTIPLEXING),
                        "-barcode",
                        "run elements")
                .reviewing(Review.RUN);
        return reports.of(spec, layout, LaneShare.of(reports.records().stored("run_elements", ofLane(lane), layout), lanes()));
    }

    private ReportTable barcodes(String lane) {
        Layout layout = reports.layout("unexpected_barcodes", "_id");
        TableSpec spec = TableSpec.minimal(
                UNEXPECTED + lane,
                "Unexpected barcodes lane " + lane,
                pages.table("unexpected_barcodes"),
                "-passing_filter_reads",
                "barcodes");
        return reports.of(spec, layout, LaneShare.of(reports.records().stored("unexpected_barcodes", ofLane(lane), layout), lanes()));
    }

    private Where ofLane(String lane) {
        return new Where.All(List.of(
                Criteria.equal("run_id", id()), new Where.Equal("lane", new org.bson.BsonInt64(Long.parseLong(lane)))));
    }

    @Override
    String datasetType() {
        return "run";
    }

    @Override
    List<String> datasets() {
        return List.of(id());
    }
}
