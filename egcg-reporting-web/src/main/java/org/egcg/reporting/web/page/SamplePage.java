package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.lims.request.InfoRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.lims.request.WellRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.web.reading.History;
import org.egcg.reporting.web.reading.LaneShare;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.reading.RunRecords;
import org.egcg.reporting.web.reading.SampleRecords;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Judging;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Mark;
import org.egcg.reporting.web.table.TableSpec;

/** One sample: what the laboratory did with it, what was sequenced, what the pipelines made of it. */
@Named("sample")
@RequestScoped
public class SamplePage extends ProcessedPage {

    @Inject
    private SampleRecords samples;

    @Inject
    private RunRecords runs;

    static final String HISTORY = "history";

    private final Map<String, List<BsonDocument>> lanes = new HashMap<>();
    private History history;
    private BsonDocument sample;
    private Link library;

    public String id() {
        return pageRequest.parameter();
    }

    @Override
    public String title() {
        return id() + " Sample Report";
    }

    @Override
    public String menu() {
        return "Samples";
    }

    @Override
    public List<Link> crumbs() {
        List<Link> crumbs = new ArrayList<>();
        String project = field("project_id");
        if (project.isEmpty()) {
            crumbs.add(Link.to("Samples", "/samples/all"));
        } else {
            crumbs.add(Link.to("Projects", "/projects/"));
            crumbs.add(Link.to(project, Address.of("/projects/", project)));
        }
        crumbs.add(Link.end(id()));
        return crumbs;
    }

    private String field(String name) {
        return sample().isString(name) ? sample().getString(name).getValue() : "";
    }

    private BsonDocument sample() {
        if (sample == null) {
            try {
                sample = reports.records().documents("samples", Criteria.equal("sample_id", id())).stream()
                        .findFirst()
                        .orElse(new BsonDocument());
            } catch (Unavailable away) {
                sample = new BsonDocument();
            }
        }
        return sample;
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        if (!field("species_name").isEmpty()) {
            facts.add(Fact.of("Species", field("species_name")));
        }
        if (!field("library_id").isEmpty()) {
            facts.add(new Fact("Library", List.of(library())));
        }
        return facts;
    }

    /** The library, which leads to its plate where the LIMS knows that. */
    private Link library() {
        if (library == null) {
            String name = field("library_id");
            library = plates().stream()
                    .filter(name::startsWith)
                    .findFirst()
                    .map(plate -> Link.to(name, Address.of("/library/", plate)))
                    .orElse(Link.end(name));
        }
        return library;
    }

    private List<String> plates() {
        WellRequest asked =
                WellRequest.of(WellRequest.Report.LIBRARY_INFO).ofSample(id()).wellByWell();
        try {
            return reports.records()
                    .limsDocuments(asked)
                    .map(well -> Bson.text(well, "id"))
                    .filter(plate -> !plate.isEmpty())
                    .toList();
        } catch (Unavailable away) {
            return List.of();
        }
    }

    @Override
    public String notFound() {
        return nobodyKnows(table("report")) ? "Neither the pipelines nor the LIMS know a sample " + id() + "." : "";
    }

    /** A sentence if nothing of it can be read, as neither store nor LIMS answers; else empty text. */
    public String away() {
        return table("report").failed() ? table("report").failure() : "";
    }

    @Override
    List<ReportTable> made() {
        return List.of(
                report(),
                elements(),
                step("sample_qc", "Sample QC", WellRequest.Report.SAMPLE_QC_INFO),
                step("libraries", "Libraries preparations", WellRequest.Report.LIBRARY_INFO),
                step("genotyping", "Genotyping", WellRequest.Report.GENOTYPING_INFO));
    }

    /** What is known of it at once; none if nothing is known of it. */
    public List<SampleHead> heads() {
        ReportTable report = table("report");
        return report.failed()
                ? List.of()
                : report.view().rows().rows().stream()
                        .limit(1)
                        .map(SampleHead::new)
                        .toList();
    }

    private ReportTable step(String columns, String title, WellRequest.Report report) {
        String table = columns + "_child_flatten";
        WellRequest asked = WellRequest.of(report).ofSample(id()).wellByWell();
        TableSpec spec = TableSpec.minimal(columns, title, pages.table(table), "sample_id", "results")
                .asFolded();
        return reports.of(spec, reports.layout(table, "name"), reports.records().lims(asked));
    }

    private ReportTable report() {
        Layout layout = samples.layout();
        Scope scope = Scope.all().ofSample(id());
        Records records = reports.records();
        List<Source> sources = List.of(
                samples.all(Criteria.equal("sample_id", id()), layout),
                records.lims(StatusRequest.samples(scope)),
                records.lims(InfoRequest.samples(scope)));
        TableSpec spec = TableSpec.minimal(
                        "report", "Bioinformatics report", pages.table("samples"), "-sample_id", "samples")
                .reviewing(TableSpec.Review.SAMPLE);
        return reports.table(spec, () -> records.merged(layout, true, sources));
    }

    private ReportTable elements() {
        Layout layout = reports.layout("sample_run_elements", "run_element_id")
                .judging(Judging.of(Subject.RUN_ELEMENT, pages.reviews()).with(this::lane))
                .marking(Mark.Rule.FILTERING);
        Where where = Criteria.equal("sample_id", id());
        TableSpec spec = TableSpec.minimal(
                "elements",
                "Run elements generated",
                pages.table("sample_run_elements"),
                pages.table("sample_run_elements").column("run_date").isPresent() ? "-run_date,-run_id" : "-run_id",
                "run elements");
        return reports.of(spec, layout, runs.parts("run_elements", where, layout));
    }

    /** What came of the lane of a run element. */
    private Optional<Review> lane(BsonDocument element) {
        String run = element.isString("run_id") ? element.getString("run_id").getValue() : "";
        List<BsonDocument> ofRun = lanes.computeIfAbsent(
                run, name -> reports.records().documents("lanes", Criteria.equal("run_id", name)));
        return LaneShare.lane(ofRun, element).map(pages.reviews()::lane);
    }

    @Override
    Map<String, Where> documented() {
        return Map.of("samples", Criteria.equal("sample_id", id()));
    }

    @Override
    String datasetType() {
        return "sample";
    }

    @Override
    List<String> datasets() {
        return List.of(id());
    }

    /** Whether the history is drawn with its content. */
    public boolean historyOpen() {
        return pageRequest.part().equals(HISTORY)
                || pageRequest.query().parameters().getOrDefault("open", "").contains(HISTORY);
    }

    /** What the LIMS says the sample went through. */
    public History history() {
        if (history == null) {
            history = History.of(reports.records(), id(), pages.limsUrl());
        }
        return history;
    }
}
