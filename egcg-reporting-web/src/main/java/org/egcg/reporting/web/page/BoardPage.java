package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Source;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.home.Line;
import org.egcg.reporting.web.home.NewRun;
import org.egcg.reporting.web.home.Overview;
import org.egcg.reporting.web.home.RunningPipeline;
import org.egcg.reporting.web.reading.HomeReading;
import org.egcg.reporting.web.reading.PageSettings;

/** The state of the facility for a screen on the wall, which has no user: it is read as a viewer would read it. */
@Named("board")
@RequestScoped
public class BoardPage implements Page {

    private static final User WALL = new User("", "board", Role.VIEWER, false, 0, Source.LOCAL, false);
    private static final int MOST_LINES = 6;
    private static final int MOST_RUNS = 5;
    private static final int MOST_RUNNING = 3;

    @Inject
    private HomeReading reading;

    @Inject
    private PageSettings pages;

    @Inject
    private CurrentUser current;

    private Overview overview;

    @Override
    public String title() {
        return "Board";
    }

    public Overview overview() {
        if (overview == null) {
            overview = current.as(WALL, reading::overview);
        }
        return overview;
    }

    /** What time it was when this was drawn. */
    public String clock() {
        return Dates.weekday(pages.now());
    }

    /** What waits, most urgent first. */
    public List<Line> lines() {
        return overview().lines().stream().limit(MOST_LINES).toList();
    }

    public List<NewRun> runs() {
        return overview().runs().stream().limit(MOST_RUNS).toList();
    }

    /** The pipelines that have run longest. */
    public List<RunningPipeline> running() {
        return overview().running().stream().limit(MOST_RUNNING).toList();
    }

    /** How many more run than are shown. */
    public int moreRunning() {
        return overview().running().size() - running().size();
    }
}
