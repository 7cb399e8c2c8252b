package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Genotyping plates of a period. */
@Named("genotypes")
@RequestScoped
public class GenotypesPage extends StepsPage {

    @Override
    String things() {
        return "Genotypes";
    }

    @Override
    String report() {
        return "genotyping_info";
    }

    @Override
    String columns() {
        return "genotyping";
    }

    @Override
    public String menu() {
        return "Genotyping";
    }
}
