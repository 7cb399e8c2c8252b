package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.egcg.reporting.lims.request.WellRequest;

/** Library plates of a period. */
@Named("libraries")
@RequestScoped
public class LibrariesPage extends StepsPage {

    @Override
    String things() {
        return "Libraries";
    }

    @Override
    WellRequest.Report report() {
        return WellRequest.Report.LIBRARY_INFO;
    }

    @Override
    String columns() {
        return "libraries";
    }

    @Override
    String plate() {
        return "library plate";
    }

    @Override
    public String menu() {
        return "Libraries";
    }
}
