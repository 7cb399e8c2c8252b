package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.egcg.reporting.lims.request.InfoRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Layout;

/** Projects, and how far their samples are. */
@ApplicationScoped
public class ProjectRecords {

    /** Projects that were open a week ago, as they were then. */
    public static final String LAST_WEEK = "lastweek";

    /** Of which projects the status is listed. */
    public static final List<String> WHICH = List.of("open", LAST_WEEK, "closed", "all");

    private static final String PROJECTS = "projects";

    private static final int WEEK = 7;

    @Inject
    private Records records;

    @Inject
    private Layouts layouts;

    @Inject
    private PageSettings pages;

    /** The day of which last week's list tells. */
    public LocalDateTime aWeekAgo() {
        return pages.now().minusDays(WEEK);
    }

    /** All projects that store or LIMS know. */
    public Listed all() {
        Layout layout = layouts.of(PROJECTS, "project_id");
        List<Source> sources = List.of(
                records.stored(PROJECTS, Where.everything(), layout), records.lims(InfoRequest.projects(Scope.all())));
        return new Listed(PROJECTS, () -> records.merged(layout, true, sources));
    }

    /** How far the samples of projects are, or were; {@code which} is one of {@link #WHICH}. */
    public Listed status(String which) {
        Layout layout = layouts.of("project_status", "project_id");
        StatusRequest asked = which.equals(LAST_WEEK)
                ? StatusRequest.projects(Scope.open()).at(aWeekAgo())
                : StatusRequest.projects(Scope.of(Scope.State.valueOf(which.toUpperCase(Locale.ROOT))));
        return new Listed("project_status/" + which, () -> records.rows(layout, records.lims(asked)));
    }
}
