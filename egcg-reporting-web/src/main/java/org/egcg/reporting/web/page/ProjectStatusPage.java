package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableSpec;

/** How many samples of each project are in which state. */
@Named("projectStatus")
@RequestScoped
public class ProjectStatusPage extends TablesPage {

    private static final Map<String, String> LABELS =
            Map.of("open", "Open", "lastweek", "Last week", "closed", "Closed", "all", "All");

    private String which() {
        return pageRequest.parameter().isEmpty() ? "open" : pageRequest.parameter();
    }

    private boolean lastWeek() {
        return which().equals("lastweek");
    }

    @Override
    public String title() {
        return lastWeek() ? "Project status last week" : LABELS.get(which()) + " Project Status";
    }

    @Override
    public String menu() {
        return "Projects";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(
                Link.to("Projects", "/projects/"),
                Link.to("Status", "/project_status/"),
                Link.end(LABELS.get(which())));
    }

    @Override
    public List<Link> siblings() {
        return List.of("open", "lastweek", "closed", "all").stream()
                .map(word -> new Link(
                        LABELS.get(word),
                        "/project_status/" + (word.equals("open") ? "" : word),
                        word.equals(which()) ? countHere() : reports.countKnown("project_status/" + word),
                        word.equals(which())))
                .toList();
    }

    /** The day up to which last week's page looks; ages count from it. */
    private LocalDateTime limit() {
        return pages.now().minusDays(7);
    }

    public LocalDateTime ageFrom() {
        return lastWeek() ? limit() : pages.now();
    }

    @Override
    List<ReportTable> made() {
        String title = lastWeek() ? "Status of Projects Last Week" : "Status of " + LABELS.get(which()) + " Projects";
        TableSpec spec = TableSpec.full("status", title, pages.table("project_status"), "-project_id", "projects")
                .asMain()
                .withSums();
        Layout layout = reports.layout("project_status", "project_id");
        Records records = reports.records();
        StatusRequest asked = asked();
        return List.of(
                reports.kept(spec, "project_status/" + which(), () -> records.rows(layout, records.lims(asked))));
    }

    private StatusRequest asked() {
        return lastWeek()
                ? StatusRequest.projects(Scope.open()).at(limit())
                : StatusRequest.projects(Scope.of(Scope.State.valueOf(which().toUpperCase(Locale.ROOT))));
    }
}
