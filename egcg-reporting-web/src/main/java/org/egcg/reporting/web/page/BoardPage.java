package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.egcg.reporting.control.ControlChart;
import org.egcg.reporting.control.InstrumentState;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.chart.ChartWord;
import org.egcg.reporting.web.chart.Sparkline;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.home.Line;
import org.egcg.reporting.web.home.NewRun;
import org.egcg.reporting.web.home.Overview;
import org.egcg.reporting.web.home.RunningPipeline;
import org.egcg.reporting.web.reading.ControlReading;
import org.egcg.reporting.web.reading.HomeReading;
import org.egcg.reporting.web.reading.PageSettings;

/** The state of the facility for a screen on the wall, which has no user: it is read as a viewer would read it. */
@Named("board")
@RequestScoped
public class BoardPage implements Page {

    private static final int MOST_LINES = 5;
    private static final int MOST_RUNS = 4;
    private static final int MOST_RUNNING = 3;
    private static final int MOST_INSTRUMENTS = 4;

    @Inject
    private HomeReading reading;

    @Inject
    private ControlReading control;

    @Inject
    private PageSettings pages;

    @Inject
    private CurrentUser current;

    private Overview overview;
    private List<InstrumentState> instruments;

    /** An instrument, and its worst control chart. */
    public record Gauge(String id, String style, String state, String metric, Sparkline drawing) {}

    @Override
    public String title() {
        return "Board";
    }

    public Overview overview() {
        if (overview == null) {
            overview = current.asViewer(reading::overview);
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

    private List<InstrumentState> instruments() {
        if (instruments == null) {
            try {
                instruments = current.asViewer(control::charts).instruments();
            } catch (Unavailable away) {
                // the overview says that the store is away
                instruments = List.of();
            }
        }
        return instruments;
    }

    /** The instruments, the worst first. */
    public List<Gauge> gauges() {
        return instruments().stream().limit(MOST_INSTRUMENTS).map(this::gauge).toList();
    }

    private Gauge gauge(InstrumentState instrument) {
        ControlChart worst = instrument.worstFirst().get(0);
        return new Gauge(
                instrument.instrument(),
                ChartWord.style(instrument.state()),
                instrument.state().label(),
                worst.metric().title(),
                Sparkline.of(worst, control.recent()));
    }

    /** How many more there are than are shown. */
    public int moreInstruments() {
        return instruments().size() - gauges().size();
    }
}
