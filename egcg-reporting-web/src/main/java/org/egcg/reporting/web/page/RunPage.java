package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.run.RunFacts;
import org.egcg.reporting.run.RunId;
import org.egcg.reporting.run.RunState;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.reading.ChartColumns;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.web.reading.LaneShare;
import org.egcg.reporting.web.reading.LoadedSamples;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.reading.RunRecords;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Judging;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Mark;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableSpec.Review;
import org.egcg.reporting.web.table.Verdicts;

/** One run: its lanes, what came out of each, and how it was processed. */
@Named("run")
@RequestScoped
public class RunPage extends ProcessedPage {

    private static final String DEMULTIPLEXING = "demultiplexing";
    private static final String UNEXPECTED = "unexpected";
    private static final String LOADED = "loaded";

    /** Pipelines put reads of barcodes that were not ordered into this project, which is none. */
    private static final String UNKNOWN_BARCODES = "default";

    private List<BsonDocument> lanes;
    private BsonDocument run;
    private Optional<BsonDocument> lims;
    private List<String> failing;

    @Inject
    private RunRecords runs;

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
        return !away() && lanes().isEmpty() && run().isEmpty() && lims().isEmpty()
                ? "The pipelines have reported no run " + id() + "."
                : "";
    }

    /** Whether the pipelines have reported nothing of a run that the LIMS knows. */
    public boolean limsOnly() {
        return !away() && lanes().isEmpty() && run().isEmpty() && lims().isPresent();
    }

    /** What the LIMS says of the run; empty as well while it is away. */
    private Optional<BsonDocument> lims() {
        if (lims == null) {
            lims = asked();
        }
        return lims;
    }

    private Optional<BsonDocument> asked() {
        try {
            return Optional.ofNullable(runs.limsOf(List.of(id())).get(id()));
        } catch (Unavailable away) {
            return Optional.empty();
        }
    }

    /** Date and state of the run, as lists and the main page have them. */
    private RunFacts known() {
        return runs.facts(id(), Optional.of(run()).filter(stored -> !stored.isEmpty()), lims());
    }

    /** What became of the run, in a word; empty text if nothing is known of it. */
    public String state() {
        return isKnown() ? known().state().word() : "";
    }

    /** The sign of the state. */
    public String stateStyle() {
        return Verdicts.style(state());
    }

    /** What the state means, and what the LIMS calls it. */
    public String stateMeaning() {
        String called = lims().filter(run -> run.isString("run_status"))
                .map(run -> " The LIMS says " + run.getString("run_status").getValue() + ".")
                .orElse("");
        return known().state().meaning() + called;
    }

    /** Whether somebody has to decide about it now. */
    public boolean undecided() {
        return isKnown() && known().state() == RunState.TO_REVIEW;
    }

    private boolean isKnown() {
        return !away() && notFound().isEmpty();
    }

    @Override
    public List<Fact> facts() {
        if (!isKnown()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        RunId name = known().id();
        known().date().ifPresent(date -> facts.add(Fact.of("Started", Dates.day(date))));
        name.instrument().ifPresent(instrument -> facts.add(Fact.of("Instrument", instrument)));
        name.instrument().flatMap(pages::instrumentModel).ifPresent(model -> facts.add(Fact.of("Model", model)));
        name.flowCell().ifPresent(cell -> facts.add(Fact.of("Flow cell", cell)));
        name.side().ifPresent(side -> facts.add(Fact.of("Side", side)));
        List<Link> projects = projects().stream()
                .filter(project -> !UNKNOWN_BARCODES.equals(project))
                .map(project -> Link.to(project, Address.of("/projects/", project)))
                .toList();
        if (!projects.isEmpty()) {
            facts.add(new Fact("Projects", projects));
        }
        facts.add(Fact.of("Samples", String.valueOf(samples().size())));
        return facts;
    }

    private List<String> projects() {
        return run().isDocument("aggregated")
                ? Bson.texts(run(), "aggregated.project_ids")
                : lims().map(run -> Bson.texts(run, "project_ids")).orElse(List.of());
    }

    /** The samples on the run, without unknown barcodes. */
    private Set<String> samples() {
        Set<String> samples = new TreeSet<>();
        lanes().forEach(lane -> samples.addAll(Bson.texts(lane, "aggregated.sample_ids")));
        if (samples.isEmpty()) {
            lims().ifPresent(run -> samples.addAll(Bson.texts(run, "sample_ids")));
        }
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

    /** How the lanes stand to their limits: those that do not pass one by one while they are few, the others counted. */
    public List<LanesSaid> lanesSaid() {
        return LanesSaid.of(laneTiles());
    }

    /** Whether there is something that the visitor may review. */
    public boolean reviewable() {
        return pageRequest.editor() && isKnown() && !lanes().isEmpty();
    }

    public ReportTable lanesTable() {
        return table("lanes");
    }

    /** Which tables there are is not known before it is known which lanes are. */
    @Override
    public Optional<Set<String>> words() {
        return laneNumbers().isEmpty() ? Optional.empty() : Optional.of(Set.of(DEMULTIPLEXING, UNEXPECTED));
    }

    @Override
    public List<Misread> misread() {
        return limsOnly()
                ? List.of()
                : Stream.of(demultiplexing().misread(), unexpected().misread())
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** The tabs of run elements, one per lane. */
    public Tabs demultiplexing() {
        return tabs(DEMULTIPLEXING, true);
    }

    /** The tabs of unexpected barcodes, one per lane; the lane shown first is that of the run elements. */
    public Tabs unexpected() {
        return tabs(UNEXPECTED, false);
    }

    private Tabs tabs(String key, boolean marked) {
        Set<String> names = new LinkedHashSet<>(laneNumbers());
        return new Tabs(key, "Lane ", List.copyOf(names), failing(), marked, pageRequest, this);
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
        all.add(loaded());
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

    /** What the LIMS says was loaded into each lane. */
    public ReportTable loadedTable() {
        return table(LOADED);
    }

    private ReportTable loaded() {
        List<Column> columns = List.of(
                ChartColumns.of("lane", "Lane", Kind.INT),
                ChartColumns.linked("sample_id", "Sample", "/sample/"),
                ChartColumns.linked("project_id", "Project", "/projects/"),
                ChartColumns.of("barcode", "Barcode", Kind.TEXT));
        Layout layout = Layout.of(new TableDefinition("loaded", columns, false), "key", pages.zone());
        TableSpec spec =
                TableSpec.minimal(LOADED, "Loaded, as the LIMS says", layout.table(), "lane,sample_id", "samples");
        return reports.of(
                spec, layout, new Source("lims", () -> LoadedSamples.of(lims()).iterator()));
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
        return reports.of(
                spec, layout, LaneShare.of(reports.records().stored("run_elements", ofLane(lane), layout), lanes()));
    }

    private ReportTable barcodes(String lane) {
        Layout layout = reports.layout("unexpected_barcodes", "_id");
        TableSpec spec = TableSpec.minimal(
                UNEXPECTED + lane,
                "Unexpected barcodes lane " + lane,
                pages.table("unexpected_barcodes"),
                "-passing_filter_reads",
                "barcodes");
        return reports.of(
                spec,
                layout,
                LaneShare.of(reports.records().stored("unexpected_barcodes", ofLane(lane), layout), lanes()));
    }

    private Where ofLane(String lane) {
        return new Where.All(List.of(
                Criteria.equal("run_id", id()), new Where.Equal("lane", new org.bson.BsonInt64(Long.parseLong(lane)))));
    }

    @Override
    Map<String, Where> documented() {
        return Map.of("runs", Criteria.equal("run_id", id()), "run_elements", Criteria.equal("run_id", id()));
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
