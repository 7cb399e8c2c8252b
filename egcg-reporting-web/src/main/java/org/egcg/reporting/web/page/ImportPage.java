package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Records;

/** Where the folder of a run is dropped, to see what it would make and to store it. */
@Named("importing")
@RequestScoped
public class ImportPage implements Page {

    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    private PageRequest pageRequest;

    @Inject
    private ReportingConfig config;

    @Inject
    private Records records;

    private String away;

    @Override
    public String title() {
        return "Import a run";
    }

    @Override
    public String menu() {
        return "Runs";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Runs", "/runs/all"), Link.end(title()));
    }

    /** Whether the visitor may store anything. */
    public boolean possible() {
        return pageRequest.user().role().includes(Role.EDITOR);
    }

    /** A sentence if the store does not answer, so that nothing can be stored; else empty text. */
    public String away() {
        if (away == null) {
            away = asked();
        }
        return away;
    }

    private String asked() {
        try {
            records.holdsNone("runs");
            return "";
        } catch (Unavailable absent) {
            return Sentences.away(absent.dependency());
        }
    }

    /** Megabytes that a file may have. */
    public int megabytes() {
        return config.limits().body() / MEGABYTE;
    }
}
