package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.egcg.reporting.lims.request.WellRequest;
import org.egcg.reporting.web.plate.PlateSize;

/** A library plate of 96 wells. */
@Named("library")
@RequestScoped
public class LibraryPage extends PlatePage {

    @Override
    public String title() {
        return "Library " + container();
    }

    @Override
    public String menu() {
        return "Libraries";
    }

    @Override
    WellRequest.Report report() {
        return WellRequest.Report.LIBRARY_INFO;
    }

    @Override
    String metrics() {
        return "library_plot_metrics";
    }

    @Override
    PlateSize size() {
        return PlateSize.OF_96;
    }

    @Override
    String tableTitle() {
        return title();
    }

    @Override
    Link list() {
        return Link.to("Libraries", "/libraries/recent");
    }
}
