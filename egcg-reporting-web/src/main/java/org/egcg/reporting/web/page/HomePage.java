package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The main page. */
@Named("home")
@RequestScoped
public class HomePage implements Page {

    @Override
    public String title() {
        return "Main Page";
    }
}
