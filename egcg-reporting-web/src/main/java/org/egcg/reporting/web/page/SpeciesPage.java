package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableSpec;

/** One species: its genomes, and what it needs for each coverage. */
@Named("species")
@RequestScoped
public class SpeciesPage extends TablesPage {

    @Override
    public String title() {
        return pageRequest.parameter();
    }

    @Override
    public String menu() {
        return "Species";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Species", "/species"), Link.end(title()));
    }

    /** Whether there is no species at all. */
    public boolean isBare() {
        return reports.records().holdsNone("species");
    }

    @Override
    public String notFound() {
        ReportTable summary = table("summary");
        if (summary.failed() || summary.view().total() > 0) {
            return "";
        }
        return isBare() ? title() + " has not been reported yet." : "No species is called " + title() + ".";
    }

    @Override
    List<ReportTable> made() {
        return List.of(
                table("summary", "Summary", "species", "name", "-species_name", "species", this::species),
                table(
                        "genomes",
                        "Supported genomes",
                        "genomes",
                        "assembly_name",
                        "-genome_assembly",
                        "genomes",
                        this::genomes),
                table(
                        "yields",
                        "Yield requirements",
                        "yields",
                        "coverage",
                        "yield_x_coverage",
                        "coverages",
                        this::yields));
    }

    private ReportTable table(
            String key,
            String title,
            String columns,
            String id,
            String sort,
            String noun,
            Supplier<Iterator<BsonDocument>> rows) {
        Layout layout = reports.layout(columns, id);
        return reports.of(
                TableSpec.minimal(key, title, pages.table(columns), sort, noun), layout, new Source("store", rows));
    }

    private Iterator<BsonDocument> species() {
        return reports.records()
                .documents("species", Criteria.equal("name", title()))
                .iterator();
    }

    private Iterator<BsonDocument> genomes() {
        return reports.records()
                .documents("genomes", Criteria.equal("species", title()))
                .iterator();
    }

    /** One row per coverage, from the two maps of the species. */
    private Iterator<BsonDocument> yields() {
        List<BsonDocument> rows = new ArrayList<>();
        Iterator<BsonDocument> species = species();
        if (species.hasNext()) {
            BsonDocument aggregated = Bson.document(species.next(), "aggregated");
            BsonDocument q30 = Bson.document(aggregated, "required_yield_q30");
            Bson.document(aggregated, "required_yield")
                    .forEach((coverage, yield) -> rows.add(row(coverage, yield, q30)));
        }
        return rows.iterator();
    }

    private static BsonDocument row(String coverage, BsonValue yield, BsonDocument q30) {
        BsonDocument shown = new BsonDocument("disp", new BsonString(coverage));
        String number = coverage.replaceFirst("\\D*$", "");
        if (number.matches("\\d{1,9}")) {
            shown.append("order", new BsonInt64(Long.parseLong(number)));
        }
        BsonDocument row = new BsonDocument("coverage", shown).append("required_yield", yield);
        return q30.containsKey(coverage) ? row.append("required_yield_q30", q30.get(coverage)) : row;
    }
}
