package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.web.reading.Plates;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableSpec.Review;

/** One project, several, or all open ones whose names begin with an S. */
@Named("project")
@RequestScoped
public class ProjectPage extends ProcessedPage {

    private static final String SGP = "SGP";

    private List<String> ids;
    private String away = "";

    /** The projects of the address. */
    public List<String> ids() {
        if (ids == null) {
            ids = pageRequest.parameter().equals(SGP)
                    ? openProjects()
                    : Arrays.stream(pageRequest.parameter().split(","))
                            .map(String::strip)
                            .filter(id -> !id.isEmpty())
                            .distinct()
                            .toList();
        }
        return ids;
    }

    private List<String> openProjects() {
        try {
            return reports.records()
                    .limsDocuments("project_info", Criteria.match("project_status", "open"))
                    .map(project -> project.getString("project_id").getValue())
                    .filter(id -> id.startsWith("S"))
                    .toList();
        } catch (Unavailable lims) {
            away = Sentences.away("lims") + " It alone knows which projects are open.";
            return List.of();
        }
    }

    /** A sentence if it cannot be said which projects these are; else empty text. */
    public String away() {
        ids();
        return away;
    }

    @Override
    public String title() {
        return "Project report for " + pageRequest.parameter();
    }

    @Override
    public String menu() {
        return "Projects";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Projects", "/projects/"), Link.end(pageRequest.parameter()));
    }

    @Override
    public List<Fact> facts() {
        return ids().size() > 1
                ? List.of(new Fact(
                        "Projects",
                        ids().stream()
                                .map(id -> Link.to(id, Address.of("/projects/", id)))
                                .toList()))
                : List.of();
    }

    @Override
    public String notFound() {
        return nobodyKnows(table("report")) && away().isEmpty() && ids().size() == 1 && known().isEmpty()
                ? "Neither pipelines nor LIMS know a project " + ids().get(0) + "."
                : "";
    }

    private List<BsonDocument> known() {
        List<BsonDocument> known = new ArrayList<>();
        try {
            known.addAll(reports.records().documents("projects", Criteria.in("project_id", ids())));
            known.addAll(each("project_status", this::all));
        } catch (Unavailable store) {
            known.add(new BsonDocument());
        }
        return known;
    }

    private Map<String, String> all(String id) {
        return Criteria.match("project_id", id, "project_status", "all");
    }

    private static Map<String, String> one(String id) {
        return Criteria.match("project_id", id);
    }

    private List<BsonDocument> each(String report, Function<String, Map<String, String>> arguments) {
        List<BsonDocument> all = new ArrayList<>();
        ids().forEach(id ->
                reports.records().limsDocuments(report, arguments.apply(id)).forEach(all::add));
        return all;
    }

    @Override
    List<ReportTable> made() {
        return List.of(
                status("status", "Project Status", "project_status", "project_id", "-project_id"),
                status("plates", "Plate Status", "plate_status", "plate_id", "plate_id"),
                step("sample_qc", "Sample QC", "sample_qc_info"),
                step("libraries", "Libraries preparations", "library_info"),
                step("genotyping", "Genotyping", "genotyping_info"),
                report());
    }

    private String titled(String title) {
        return title + " for " + pageRequest.parameter();
    }

    private ReportTable status(String key, String title, String report, String id, String sort) {
        boolean plates = key.equals("plates");
        TableSpec spec =
                TableSpec.minimal(key, titled(title), pages.table(report), sort, plates ? "plates" : "projects");
        Layout layout = reports.layout(report, id);
        Source source = new Source("lims", () -> each(report, this::all).iterator());
        return reports.table(
                plates ? spec.asFolded() : spec, () -> reports.records().merged(layout, true, List.of(source)));
    }

    private ReportTable step(String columns, String title, String report) {
        TableSpec spec = TableSpec.minimal(columns, titled(title), pages.table(columns), "date_completed", "plates")
                .asFolded()
                .unfoldingTo(columns + "_child");
        Layout layout = reports.layout(columns, "id").keeping();
        return reports.of(spec, layout, new Source("lims", () -> Plates.united(each(report, ProjectPage::one))
                .iterator()));
    }

    private ReportTable report() {
        Layout layout = SamplesPage.layout(reports, pages);
        List<String> projects = List.copyOf(ids());
        Records records = reports.records();
        List<Source> sources = List.of(
                records.stored("samples", Criteria.in("project_id", projects), layout),
                new Source("lims", () -> each("sample_status", this::all).iterator()),
                new Source("lims", () -> each("sample_info", this::all).iterator()));
        TableSpec spec = TableSpec.full(
                        "report", titled("Bioinformatics report"), pages.table("samples"), "-sample_id", "samples")
                .asMain()
                .reviewing(Review.SAMPLE);
        return reports.table(
                spec,
                () -> projects.isEmpty()
                        ? new org.egcg.reporting.web.table.Rows(layout, List.of(), List.of(), java.time.Instant.now())
                        : records.merged(layout, true, sources));
    }

    @Override
    String datasetType() {
        return "project";
    }

    @Override
    List<String> datasets() {
        return ids().isEmpty() ? List.of("") : ids();
    }
}
