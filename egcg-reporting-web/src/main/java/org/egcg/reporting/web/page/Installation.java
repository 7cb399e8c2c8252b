package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.reading.HomeReading;
import org.egcg.reporting.web.reading.Records;

/** What is known as a whole. */
@Named("installation")
@RequestScoped
public class Installation {

    @Inject
    private Records records;

    @Inject
    private HomeReading reading;

    private Boolean bare;

    /** Whether nothing has been reported yet, nor does the LIMS know of anything, so that no search and no list leads on. */
    public boolean isBare() {
        if (bare == null) {
            bare = found();
        }
        return bare;
    }

    private boolean found() {
        try {
            return records.holdsNone("runs", "lanes", "run_elements", "samples", "projects", "species")
                    && reading.overview().blank();
        } catch (Unavailable away) {
            return false;
        }
    }
}
