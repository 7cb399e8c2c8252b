package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Finder;

/** What the search box of the bar found. */
@Named("search")
@RequestScoped
public class SearchPage implements Page {

    @Inject
    private PageRequest pageRequest;

    @Inject
    private Finder finder;

    private List<Finder.Found> found;
    private String failure = "";

    public String sought() {
        return pageRequest.query().parameters().getOrDefault("find", "").strip();
    }

    @Override
    public String title() {
        return "Search";
    }

    public String failure() {
        found();
        return failure;
    }

    public List<Finder.Found> found() {
        if (found == null) {
            found = new ArrayList<>();
            try {
                found.addAll(finder.find(sought()));
                if (!sought().isEmpty()) {
                    finder.plate(sought()).ifPresent(found::add);
                }
            } catch (Unavailable away) {
                failure = Sentences.away(away.dependency());
            }
        }
        return found;
    }

    /** Goes straight to the only thing that is found. */
    public void goThere() {
        if (found().size() == 1) {
            Faces.redirect(found().get(0).href());
        }
    }
}
