package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.egcg.reporting.web.home.Overview;
import org.egcg.reporting.web.home.RunningPipeline;
import org.egcg.reporting.web.reading.Freshness;
import org.egcg.reporting.web.reading.HomeReading;
import org.egcg.reporting.web.reading.PageSettings;

/** The main page: what needs attention, where the samples are, and what runs. */
@Named("home")
@RequestScoped
public class HomePage implements Page {

    private static final DateTimeFormatter TODAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final int MOST_RUNNING = 10;

    @Inject
    private HomeReading reading;

    @Inject
    private PageSettings pages;

    @Inject
    private Freshness freshness;

    private Overview overview;

    @Override
    public String title() {
        return "Main Page";
    }

    public Overview overview() {
        if (overview == null) {
            overview = reading.overview();
        }
        return overview;
    }

    /** Whether what is shown is from before, and newer is on its way. */
    public boolean updating() {
        return overview().missing().isEmpty() && freshness.isOld(overview().asOf());
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("", TODAY.format(pages.now())));
        if (overview().samples() > 0) {
            facts.add(Fact.of(
                    "In progress",
                    ChartData.many(overview().samples(), "sample") + " in "
                            + ChartData.many(overview().projects(), "open project")));
        }
        return facts;
    }

    /** The pipelines that have run longest. */
    public List<RunningPipeline> running() {
        return overview().running().stream().limit(MOST_RUNNING).toList();
    }

    /** How many more there are than are shown. */
    public int moreRunning() {
        return overview().running().size() - running().size();
    }
}
