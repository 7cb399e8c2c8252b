package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.egcg.reporting.lims.request.WellRequest;

/** Genotyping plates of a period. */
@Named("genotypes")
@RequestScoped
public class GenotypesPage extends StepsPage {

    @Override
    String things() {
        return "Genotypes";
    }

    @Override
    WellRequest.Report report() {
        return WellRequest.Report.GENOTYPING_INFO;
    }

    @Override
    String columns() {
        return "genotyping";
    }

    @Override
    String plate() {
        return "genotyping plate";
    }

    @Override
    public String menu() {
        return "Genotyping";
    }
}
