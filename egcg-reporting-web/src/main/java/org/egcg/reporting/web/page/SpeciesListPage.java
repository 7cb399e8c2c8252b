package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableSpec;

/** All species, and the genomes that are installed. */
@Named("speciesList")
@RequestScoped
public class SpeciesListPage extends TablesPage {

    @Override
    public String title() {
        return "Species";
    }

    @Override
    public String menu() {
        return "Species";
    }

    /** Whether there is neither a species nor a genome, and the store has answered. */
    public boolean bare() {
        return tables().stream()
                .allMatch(table -> !table.failed() && table.view().total() == 0);
    }

    @Override
    List<ReportTable> made() {
        return List.of(
                table("species", "Available species", "name", "-species_name", "species"),
                table("genomes", "Installed genomes", "assembly_name", "-genome_assembly", "genomes"));
    }

    private ReportTable table(String resource, String title, String key, String sort, String noun) {
        Layout layout = reports.layout(resource, key);
        return reports.of(
                TableSpec.full(resource, title, pages.table(resource), sort, noun),
                layout,
                reports.records().stored(resource, Where.everything(), layout));
    }
}
