package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.egcg.reporting.lims.request.WellRequest;
import org.egcg.reporting.web.plate.PlateSize;

/** A genotyping plate of 384 wells. */
@Named("genotype")
@RequestScoped
public class GenotypePage extends PlatePage {

    @Override
    public String title() {
        return "Genotyping: " + container();
    }

    @Override
    public String menu() {
        return "Genotyping";
    }

    @Override
    WellRequest.Report report() {
        return WellRequest.Report.GENOTYPING_INFO;
    }

    @Override
    String metrics() {
        return "genotype_plot_metrics";
    }

    @Override
    PlateSize size() {
        return PlateSize.OF_384;
    }

    @Override
    String tableTitle() {
        return "Genotyping " + container();
    }

    @Override
    Link list() {
        return Link.to("Genotyping", "/genotypes/recent");
    }
}
