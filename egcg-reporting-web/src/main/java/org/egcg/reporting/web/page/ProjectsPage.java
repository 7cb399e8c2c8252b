package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.egcg.reporting.web.reading.ProjectRecords;
import org.egcg.reporting.web.table.TableSpec;

/** All projects. */
@Named("projects")
@RequestScoped
public class ProjectsPage extends TablesPage {

    @Inject
    private ProjectRecords projects;

    @Override
    public String title() {
        return "Projects";
    }

    @Override
    public String menu() {
        return "Projects";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Projects", "/projects/"), Link.end("Summary"));
    }

    @Override
    public Emptiness nothing(String noun) {
        return isNothingReported()
                ? new Emptiness(
                        "No project has been reported yet",
                        "A project appears here once a pipeline or the LIMS reports it.",
                        List.of(Link.to("How to post projects", "/api_docs#of-projects")))
                : super.nothing(noun);
    }

    @Override
    List<ReportTable> made() {
        TableSpec spec = TableSpec.full(
                        "projects", "All projects list", pages.table("projects"), "-project_id", "projects")
                .asMain();
        return List.of(reports.kept(spec, projects.all()));
    }
}
