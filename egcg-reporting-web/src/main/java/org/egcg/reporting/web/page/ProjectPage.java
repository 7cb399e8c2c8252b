package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.request.InfoRequest;
import org.egcg.reporting.lims.request.LimsRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.lims.request.WellRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.web.reading.Plates;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.reading.SampleRecords;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.StepCount;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableSpec.Review;

/** One project, several, or all open ones whose names begin with an S. */
@Named("project")
@RequestScoped
public class ProjectPage extends ProcessedPage {

    @Inject
    private SampleRecords samples;

    private static final String SGP = "SGP";
    private static final String REPORT = "report";
    private static final String STATUS = "status";
    private static final String PROJECT = "project_id";

    private List<String> ids;
    private String away = "";
    private List<String> unknown;

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
                    .limsDocuments(InfoRequest.projects(Scope.open()))
                    .map(project -> project.getString(PROJECT).getValue())
                    .filter(id -> id.startsWith("S"))
                    .toList();
        } catch (Unavailable lims) {
            away = Sentences.away("lims") + " It alone knows which projects are open.";
            return List.of();
        }
    }

    public boolean isOne() {
        return ids().size() == 1;
    }

    /** A sentence if it cannot be said which projects these are, or nothing of them can be read; else empty text. */
    public String away() {
        return ids().isEmpty() || !table(REPORT).failed() ? away : table(REPORT).failure();
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
        if (ids().size() == 1) {
            return ProjectHead.facts(
                    statusRows().stream().flatMap(rows -> rows.rows().stream()).findFirst());
        }
        List<Link> links = ids().stream()
                .map(id -> unknown().contains(id) ? Link.end(id) : Link.to(id, Address.of("/projects/", id)))
                .toList();
        if (links.isEmpty()) {
            return List.of();
        }
        Fact projects = new Fact("Projects", links);
        return table(REPORT).failed()
                ? List.of(projects)
                : List.of(
                        projects,
                        Fact.of("Samples", pages.count(table(REPORT).view().total())));
    }

    /** What the LIMS says of the projects; empty while it is away. */
    private Optional<Rows> statusRows() {
        ReportTable status = table(STATUS);
        return status.failed() ? Optional.empty() : Optional.of(status.view().rows());
    }

    /** The steps of the laboratory, and the samples in each. */
    public List<StepCount> steps() {
        return statusRows()
                .filter(rows -> !rows.rows().isEmpty())
                .map(rows -> StepCount.of(rows, pages.now()))
                .orElse(List.of());
    }

    /** The samples that are in a step, in the table below. */
    public String stepHref(StepCount step) {
        return pageRequest.path() + new TableQuery(Map.of("f.current_lims_status", step.status())).text() + "#t-report";
    }

    /** The samples that are in none of the steps, such as removed ones; none while the LIMS is away. */
    public List<ProjectHead.Part> elsewhere() {
        return isAnswered(table(REPORT)) ? head().elsewhere(steps()) : List.of();
    }

    private ProjectHead head() {
        return new ProjectHead(pageRequest.path(), table(REPORT).view().rows());
    }

    /** How the samples stand to their limits; none while nothing is known of them. */
    public List<ProjectHead.Part> parts() {
        return table(REPORT).failed() ? List.of() : head().parts();
    }

    /** Where its delivery is signed for; empty text for several projects, and while nothing of it can be read. */
    public String delivery() {
        return isOne() && away().isEmpty() ? Address.of("/delivery/", ids().get(0)) : "";
    }

    @Override
    public String notFound() {
        if (ids().isEmpty() || !unknown().equals(ids())) {
            return "";
        }
        return isOne()
                ? "Neither the pipelines nor the LIMS know a project " + ids().get(0) + "."
                : "Neither the pipelines nor the LIMS know any of these projects: " + String.join(", ", ids()) + ".";
    }

    @Override
    public List<Misread> misread() {
        List<String> others = new ArrayList<>(ids());
        others.removeAll(unknown());
        return unknown().isEmpty() || others.isEmpty() ? List.of() : List.of(misread(unknown(), others));
    }

    static Misread misread(List<String> unknown, List<String> others) {
        return Misread.of(
                String.join(", ", unknown),
                (unknown.size() == 1 ? "is no project" : "are no projects")
                        + " that the pipelines or the LIMS know, so "
                        + (others.size() == 1 ? "only " + others.get(0) + " is shown" : "only the others are shown"));
    }

    /** Those of the projects that neither the store nor the LIMS knows; none while one of them is away. */
    private List<String> unknown() {
        if (unknown == null) {
            try {
                unknown = strangers();
            } catch (Unavailable store) {
                unknown = List.of();
            }
        }
        return unknown;
    }

    private List<String> strangers() {
        boolean told = isAnswered(table(REPORT)) && isAnswered(table(STATUS));
        if (!told || (isOne() && !nobodyKnows(table(REPORT)))) {
            return List.of();
        }
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        table(STATUS).view().rows().rows().forEach(project -> known.add(project.key()));
        reports.records()
                .documents("projects", Criteria.in(PROJECT, ids()))
                .forEach(project -> known.add(project.getString(PROJECT).getValue()));
        return ids().stream()
                .filter(id -> !known.contains(id) && !hasSamples(id))
                .toList();
    }

    /** Samples do not tell in the report of which project they are. */
    private boolean hasSamples(String id) {
        return !nobodyKnows(table(REPORT))
                && (!reports.records()
                                .documents("samples", Criteria.in(PROJECT, List.of(id)))
                                .isEmpty()
                        || reports.records()
                                .limsDocuments(InfoRequest.samples(Scope.all().ofProject(id)))
                                .findAny()
                                .isPresent());
    }

    private static Function<String, LimsRequest> statuses(StatusRequest.Report report) {
        return id -> StatusRequest.of(report, Scope.all().ofProject(id));
    }

    private List<BsonDocument> each(Function<String, LimsRequest> request) {
        List<BsonDocument> all = new ArrayList<>();
        ids().forEach(id -> reports.records().limsDocuments(request.apply(id)).forEach(all::add));
        return all;
    }

    /** One project is its samples; of several, what each of them is comes first. */
    @Override
    List<ReportTable> made() {
        ReportTable status =
                status(STATUS, "Project Status", StatusRequest.Report.PROJECT_STATUS, PROJECT, "-project_id");
        List<ReportTable> tables = new ArrayList<>(List.of(
                report(),
                status("plates", "Plate Status", StatusRequest.Report.PLATE_STATUS, "plate_id", "plate_id"),
                step("sample_qc", "Sample QC", WellRequest.Report.SAMPLE_QC_INFO),
                step("libraries", "Libraries preparations", WellRequest.Report.LIBRARY_INFO),
                step("genotyping", "Genotyping", WellRequest.Report.GENOTYPING_INFO)));
        tables.add(ids().size() == 1 ? 1 : 0, status);
        return tables;
    }

    private ReportTable status(String key, String title, StatusRequest.Report report, String id, String sort) {
        String name = LimsRequest.spelled(report);
        boolean plates = key.equals("plates");
        TableSpec spec = TableSpec.minimal(key, title, pages.table(name), sort, plates ? "plates" : "projects");
        Layout layout = reports.layout(name, id);
        Source source = new Source("lims", () -> each(statuses(report)).iterator());
        return reports.table(plates || ids().size() == 1 ? spec.asFolded() : spec, () -> reports.records()
                .merged(layout, true, List.of(source)));
    }

    private ReportTable step(String columns, String title, WellRequest.Report report) {
        TableSpec spec = TableSpec.minimal(columns, title, pages.table(columns), "date_completed", "plates")
                .asFolded()
                .unfoldingTo(columns + "_child");
        Layout layout = reports.layout(columns, "id").keeping();
        return reports.of(spec, layout, new Source("lims", () -> Plates.united(
                        each(id -> WellRequest.of(report).ofProject(id)))
                .iterator()));
    }

    private ReportTable report() {
        Layout layout = samples.layout();
        List<String> projects = List.copyOf(ids());
        Records records = reports.records();
        List<Source> sources = List.of(
                samples.all(Criteria.in(PROJECT, projects), layout),
                new Source("lims", () -> each(statuses(StatusRequest.Report.SAMPLE_STATUS))
                        .iterator()),
                new Source(
                        "lims", () -> each(id -> InfoRequest.samples(Scope.all().ofProject(id)))
                                .iterator()));
        TableSpec spec = TableSpec.full(
                        REPORT, "Bioinformatics report", pages.table("samples"), "-sample_id", "samples")
                .asMain()
                .reviewing(Review.SAMPLE);
        return reports.table(
                spec,
                () -> projects.isEmpty()
                        ? new Rows(layout, List.of(), List.of(), java.time.Instant.now())
                        : records.merged(layout, true, sources));
    }

    @Override
    Map<String, Where> documented() {
        return Map.of("projects", Criteria.in(PROJECT, datasets()));
    }

    @Override
    String datasetType() {
        return "project";
    }

    /** The processes of a project are not those of its samples. */
    @Override
    public String unprocessed() {
        return (isOne()
                        ? "No pipeline has processed this project as a whole"
                        : "No pipeline has processed any of these projects as a whole")
                + ". How each sample was processed is told on its own page.";
    }

    @Override
    List<String> datasets() {
        return ids().isEmpty() ? List.of("") : ids();
    }
}
