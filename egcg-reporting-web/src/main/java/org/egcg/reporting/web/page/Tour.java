package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.home.NewRun;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.view.SavedViews;

/** Three steps through the example data, for each user until he says that he has seen enough. */
@Named
@RequestScoped
public class Tour {

    /** Under this name it is kept, among the views, that a user has dismissed it. */
    public static final String NAME = "the tour";

    /** A step: what one sees there. */
    public record Step(String title, String sentence, Link link) {}

    @Inject
    private PageRequest pageRequest;

    @Inject
    private PageSettings pages;

    @Inject
    private SavedViews views;

    @Inject
    private HomePage home;

    /** Whether the data are those of the example facility, and the user has not dismissed it. */
    public boolean offered() {
        return pages.config().store().connectionString().isEmpty()
                && !home.overview().blank()
                && !dismissed();
    }

    private boolean dismissed() {
        try {
            return !views.of(NAME, pageRequest.user().id()).isEmpty();
        } catch (Unavailable away) {
            return true;
        }
    }

    public List<Step> steps() {
        Link run = home.overview().runs().stream()
                .filter(newest -> !newest.lanes().isEmpty())
                .findFirst()
                .map(Tour::link)
                .orElse(Link.to("Runs", "/runs/all"));
        return List.of(
                new Step(
                        "What needs attention",
                        "Listed below, most urgent first. “Show” opens them in a table.",
                        Link.to("Lanes and samples to review", "/review")),
                new Step("A run at a glance", "A tile for each lane, with its verdict and why.", run),
                new Step(
                        "Find, filter, compare",
                        "Filter by the headings; mark samples to compare them.",
                        Link.to("All samples", "/samples/all")));
    }

    private static Link link(NewRun run) {
        return Link.to(run.id(), run.href());
    }
}
