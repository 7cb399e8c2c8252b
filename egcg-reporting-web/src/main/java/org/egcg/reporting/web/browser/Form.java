package org.egcg.reporting.web.browser;

import java.util.Optional;

/**
 * A page with forms. What one of them sends is dealt with before the page is drawn, by the names of its fields alone:
 * no view is kept of what was shown, so a button means what stands in it and never a place in a list.
 */
public interface Form {

    /** Does what was sent; gives the path where the browser goes on, or nothing if this page is drawn. */
    Optional<String> sent(Submission submission);
}
