package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What is shown for an address that leads nowhere. */
@Named("missing")
@RequestScoped
public class MissingPage implements Page {

    @Override
    public String title() {
        return "Page not found";
    }
}
