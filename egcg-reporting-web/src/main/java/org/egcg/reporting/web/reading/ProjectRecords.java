package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.egcg.reporting.lims.request.InfoRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Layout;

/** Projects, and how far their samples are. */
@ApplicationScoped
public class ProjectRecords {

    private static final String PROJECTS = "projects";

    @Inject
    private Records records;

    @Inject
    private Layouts layouts;

    /** All projects that store or LIMS know. */
    public Listed all() {
        Layout layout = layouts.of(PROJECTS, "project_id");
        List<Source> sources = List.of(
                records.stored(PROJECTS, Where.everything(), layout), records.lims(InfoRequest.projects(Scope.all())));
        return new Listed(PROJECTS, () -> records.merged(layout, true, sources));
    }

    /** The status of projects that are open now. */
    public Listed open() {
        return status("open", StatusRequest.projects(Scope.open()));
    }

    /** @param which projects, in a word */
    public Listed status(String which, StatusRequest asked) {
        Layout layout = layouts.of("project_status", "project_id");
        return new Listed("project_status/" + which, () -> records.rows(layout, records.lims(asked)));
    }
}
