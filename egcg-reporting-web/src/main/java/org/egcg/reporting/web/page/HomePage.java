package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.control.ChartState;
import org.egcg.reporting.control.InstrumentState;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.home.Overview;
import org.egcg.reporting.web.home.RunningPipeline;
import org.egcg.reporting.web.reading.ControlReading;
import org.egcg.reporting.web.reading.Freshness;
import org.egcg.reporting.web.reading.HomeReading;
import org.egcg.reporting.web.reading.HomeState;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.route.Address;

/** The main page: what needs attention, where the samples are, and what runs. */
@Named("home")
@RequestScoped
public class HomePage implements Page {

    private static final int MOST_RUNNING = 10;

    @Inject
    private HomeReading reading;

    @Inject
    private PageSettings pages;

    @Inject
    private Freshness freshness;

    @Inject
    private ControlReading control;

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

    /**
     * By which the page, while it lies open, tells whether it would say something else now; empty if it would already, as what
     * is shown was read anew just now.
     */
    public String state() {
        HomeState now = reading.state();
        return now.asOf().equals(overview().asOf()) ? now.digest() : "";
    }

    /** Whether what is shown is from before, and newer is on its way. */
    public boolean updating() {
        return overview().missing().isEmpty() && freshness.isOld(overview().asOf());
    }

    /** Whether nothing is known of runs and pipelines, as the store does not answer. */
    public boolean storeAway() {
        return overview().missing().contains(Sentences.away("store"));
    }

    /** A sentence if nothing at all is known, as neither source answers; else empty text. */
    public String away() {
        boolean both = List.of("store", "lims").stream()
                .map(Sentences::away)
                .allMatch(overview().missing()::contains);
        return both ? Sentences.away("store and lims") : "";
    }

    /** What is said where no line stands. */
    public String idle() {
        if (storeAway()) {
            return "What needs attention is not known now.";
        }
        String asFar = overview().missing().isEmpty() ? "" : ", as far as is known now";
        return "Nothing needs attention" + asFar + ": no pipeline has failed, and nothing waits for a decision.";
    }

    /** One line of the instruments that are out of control, or that none is; nothing while there are no control charts. */
    public List<Fact> instruments() {
        try {
            List<InstrumentState> states = control.charts().instruments();
            long unlimited = states.stream()
                    .filter(state -> state.state() == ChartState.NO_LIMITS)
                    .count();
            List<Link> out = states.stream()
                    .filter(state -> state.state() == ChartState.OUT_OF_CONTROL)
                    .map(state -> Link.to(state.instrument(), Address.of("/instruments/", state.instrument())))
                    .toList();
            String words = out.size() + " of " + ChartData.many(states.size(), "instrument") + " out of control"
                    + (out.isEmpty() ? "" : ":");
            return states.size() == unlimited ? List.of() : List.of(new Fact(words, out));
        } catch (Unavailable away) {
            return List.of();
        }
    }

    /** How many instruments have no limits yet, in words; empty text for none. */
    public String unlimited() {
        try {
            long unlimited = control.charts().instruments().stream()
                    .filter(state -> state.state() == ChartState.NO_LIMITS)
                    .count();
            return unlimited == 0 ? "" : unlimited + " without limits yet";
        } catch (Unavailable away) {
            return "";
        }
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("", Dates.weekday(pages.now().toLocalDate())));
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
