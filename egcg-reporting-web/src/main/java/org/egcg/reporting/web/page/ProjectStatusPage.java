package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.web.reading.ProjectRecords;
import org.egcg.reporting.web.table.TableSpec;

/** How many samples of each project are in which state. */
@Named("projectStatus")
@RequestScoped
public class ProjectStatusPage extends TablesPage {

    private static final Map<String, String> LABELS =
            Map.of("open", "Open", "lastweek", "Last week", "closed", "Closed", "all", "All");

    @Inject
    private ProjectRecords projects;

    private String which() {
        return pageRequest.parameter().isEmpty() ? "open" : pageRequest.parameter();
    }

    private boolean lastWeek() {
        return isLastWeek(which());
    }

    private static boolean isLastWeek(String which) {
        return which.equals(ProjectRecords.LAST_WEEK);
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
        return ProjectRecords.WHICH.stream()
                .map(word -> new Link(
                        LABELS.get(word),
                        "/project_status/" + (word.equals("open") ? "" : word),
                        word.equals(which()) ? countHere() : reports.countKnown(projects.status(word)),
                        word.equals(which())))
                .toList();
    }

    /** The moment from which ages count. */
    public LocalDateTime ageFrom() {
        return lastWeek() ? projects.aWeekAgo() : pages.now();
    }

    @Override
    public Emptiness nothing(String noun) {
        String heading =
                switch (which()) {
                    case "all" -> "The LIMS has no project yet";
                    case "lastweek" -> "The LIMS had no open project a week ago";
                    default -> "The LIMS has no " + which() + " project";
                };
        String next = which().equals("closed")
                ? "A project appears here once it is closed in the LIMS."
                : "A project appears here once the LIMS has received samples of it.";
        return new Emptiness(
                heading, next, hasOthers() ? List.of(Link.to("Show all projects", "/project_status/all")) : List.of());
    }

    /** Whether the list of all has a project; it is asked for where this one has none. */
    private boolean hasOthers() {
        ReportTable all = listed("all");
        return !which().equals("all") && (all.failed() || all.view().total() > 0);
    }

    @Override
    List<ReportTable> made() {
        return List.of(listed(which()));
    }

    private ReportTable listed(String which) {
        String title =
                isLastWeek(which) ? "Status of Projects Last Week" : "Status of " + LABELS.get(which) + " Projects";
        TableSpec spec = TableSpec.full("status", title, pages.table("project_status"), "-project_id", "projects")
                .asMain()
                .withSums();
        return reports.kept(spec, projects.status(which));
    }
}
