package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Library plates of a period. */
@Named("libraries")
@RequestScoped
public class LibrariesPage extends StepsPage {

    @Override
    String things() {
        return "Libraries";
    }

    @Override
    String report() {
        return "library_info";
    }

    @Override
    String columns() {
        return "libraries";
    }

    @Override
    public String menu() {
        return "Libraries";
    }
}
