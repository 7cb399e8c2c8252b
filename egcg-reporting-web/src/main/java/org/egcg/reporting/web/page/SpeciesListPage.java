package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableSpec;

/** All species, and the genomes that are installed. */
@Named("speciesList")
@RequestScoped
public class SpeciesListPage implements Page {

    @Inject
    private Pages pages;

    @Inject
    private Reports reports;

    private List<ReportTable> tables;

    @Override
    public String title() {
        return "Species";
    }

    @Override
    public String menu() {
        return "Species";
    }

    @Override
    public List<ReportTable> tables() {
        if (tables == null) {
            tables = List.of(
                    table("species", "Available species", "name", "-species_name", "species"),
                    table("genomes", "Installed genomes", "assembly_name", "-genome_assembly", "genomes"));
        }
        return tables;
    }

    private ReportTable table(String resource, String title, String key, String sort, String noun) {
        Layout layout = reports.layout(resource, key);
        return reports.of(
                TableSpec.full(resource, title, pages.table(resource), sort, noun),
                layout,
                reports.records().stored(resource, Where.everything(), layout));
    }
}
