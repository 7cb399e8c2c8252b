package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.web.browser.PageRequest;

/** Where the folder of a run is dropped, to see what it would make and to store it. */
@Named("importing")
@RequestScoped
public class ImportPage implements Page {

    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    private PageRequest pageRequest;

    @Inject
    private ReportingConfig config;

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

    /** Megabytes that a file may have. */
    public int megabytes() {
        return config.limits().body() / MEGABYTE;
    }
}
