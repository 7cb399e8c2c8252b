package org.egcg.reporting.web.page;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.ReportingException.Unavailable;
import org.egcg.reporting.web.page.Records.Source;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableSpec;

/** One plate of a laboratory step: what is in each well, and what came of it. */
abstract class PlatePage implements Page {

    private static final String QC = "bioinformatics_qc";

    @Inject
    private Visit visit;

    @Inject
    private Pages pages;

    @Inject
    private Reports reports;

    private List<ReportTable> tables;
    private List<BsonDocument> wells;

    abstract String report();

    /** The metrics of the map, which are columns of the table too. */
    abstract String metrics();

    abstract String tableTitle();

    abstract Link list();

    public String container() {
        return visit.parameter();
    }

    @Override
    public List<Link> crumbs() {
        return List.of(list(), Link.end(container()));
    }

    @Override
    public String notFound() {
        ReportTable plate = tables().get(0);
        return !plate.failed() && plate.view().total() == 0
                ? "The LIMS knows no such plate as " + container() + "."
                : "";
    }

    private TableDefinition definition() {
        TableDefinition wells = pages.table("simple_plot_child");
        return wells.with(pages.table(metrics()).columns());
    }

    @Override
    public List<ReportTable> tables() {
        if (tables == null) {
            Layout layout = Layout.of(definition(), "location", pages.zone()).keeping();
            TableSpec spec = TableSpec.full("plate", tableTitle(), definition(), "location", "wells")
                    .asMain()
                    .ofLength(10);
            tables = List.of(reports.of(spec, layout, new Source("lims", () -> wells().iterator())));
        }
        return tables;
    }

    /** The wells as the LIMS has them, each with the document of its sample under {@code bioinformatics_qc}. */
    List<BsonDocument> wells() {
        if (wells == null) {
            Map<String, String> arguments = new LinkedHashMap<>(Reports.match("container_id", container()));
            arguments.put("flatten", "True");
            wells = withSamples(reports.records().limsDocuments(report(), arguments));
        }
        return wells;
    }

    private List<BsonDocument> withSamples(List<BsonDocument> plain) {
        List<String> names = plain.stream().map(PlatePage::sample).distinct().toList();
        Map<String, BsonDocument> samples = names.isEmpty() ? Map.of() : samples(names);
        List<BsonDocument> all = new ArrayList<>();
        for (BsonDocument well : plain) {
            BsonDocument full = new BsonDocument();
            full.putAll(well);
            BsonDocument sample = samples.get(sample(well));
            all.add(sample == null ? full : full.append(QC, sample));
        }
        return all;
    }

    private static String sample(BsonDocument well) {
        return well.get("name", new BsonString("")).asString().getValue();
    }

    /** The documents of samples by name; none while the store is away, for the LIMS' part is worth showing alone. */
    private Map<String, BsonDocument> samples(List<String> names) {
        try {
            return reports.records().documents("samples", Reports.in("sample_id", names)).stream()
                    .collect(Collectors.toMap(
                            sample -> sample.getString("sample_id").getValue(), sample -> sample, (a, b) -> b));
        } catch (Unavailable away) {
            return Map.of();
        }
    }
}
