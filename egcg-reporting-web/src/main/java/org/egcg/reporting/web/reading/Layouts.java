package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.egcg.reporting.web.table.Layout;

/** How documents become rows of the tables of this installation. */
@ApplicationScoped
public class Layouts {

    @Inject
    private PageSettings pages;

    @Inject
    private Oddities odd;

    /**
     * Rows with marks about what does not fit.
     *
     * @param key the path of what names a row
     */
    public Layout of(String table, String key) {
        return Layout.of(pages.table(table), key, pages.zone()).noting(odd.ofRows(key));
    }
}
