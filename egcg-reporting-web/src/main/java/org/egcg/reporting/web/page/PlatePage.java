package org.egcg.reporting.web.page;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.lims.request.WellRequest;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.plate.PlateMap;
import org.egcg.reporting.web.plate.PlateSize;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.web.reading.LimsOrders;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Judging;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.NameOrder;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.Verdicts;

/** One plate of a laboratory step: what is in each well, and what came of it. */
abstract class PlatePage implements Page {

    private static final String QC = "bioinformatics_qc";
    private static final String MAP = "map";
    private static final String METRIC = "metric";
    /** A state that is there once a sample was compared. */
    private static final String COMPARED = "genotype_match";

    @Inject
    private PageRequest pageRequest;

    @Inject
    private PageSettings pages;

    @Inject
    private ReportRows reports;

    @Inject
    private LimsOrders orders;

    private List<ReportTable> tables;
    private List<BsonDocument> wells;
    private PlateMap map;

    abstract WellRequest.Report report();

    /** The metrics of the map, which are columns of the table too. */
    abstract String metrics();

    abstract PlateSize size();

    abstract String tableTitle();

    abstract Link list();

    public String container() {
        return pageRequest.parameter();
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
            Layout layout = Layout.of(definition(), "location", pages.zone())
                    .judging(Judging.of(Subject.SAMPLE, pages.reviews()).in(QC))
                    .keeping();
            TableSpec spec = TableSpec.full("plate", tableTitle(), definition(), "location", "wells")
                    .asMain()
                    .ofLength(10);
            tables = List.of(reports.of(spec, layout, new Source("lims", () -> wells().iterator())));
        }
        return tables;
    }

    @Override
    public List<Fact> facts() {
        if (tables().get(0).failed() || wells().isEmpty()) {
            return List.of();
        }
        List<Link> projects = wells().stream()
                .map(well -> Bson.text(well, "project_id"))
                .filter(project -> !project.isEmpty())
                .distinct()
                .sorted(NameOrder.NATURAL)
                .map(project -> Link.to(project, Address.of("/projects/", project)))
                .toList();
        Fact used = Fact.of("Wells used", String.valueOf(map().used()));
        return projects.isEmpty() ? List.of(used) : List.of(used, new Fact("Projects", projects));
    }

    /** Wells that have the same state, and the rows that show them. */
    public record Part(String words, String style, String href) {}

    /** How many wells have which state, the worst first; none of states that no well has. */
    public List<Part> parts() {
        if (tables().get(0).failed() || wells().isEmpty()) {
            return List.of();
        }
        return choices().stream()
                .filter(column -> column.format().kind() == Kind.STATE)
                .flatMap(this::wellsBy)
                .toList();
    }

    private Stream<Part> wellsBy(Column column) {
        Map<String, Long> counts = tables().get(0).view().rows().rows().stream()
                .map(row -> row.raw(column.id()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
        long without = tables().get(0).view().total()
                - counts.values().stream().mapToLong(Long::longValue).sum();
        Stream<Part> lacking = counts.isEmpty() || without == 0
                ? Stream.empty()
                : Stream.of(new Part(
                        column.title() + ": " + without + (column.id().equals(COMPARED) ? " not compared" : " without"),
                        "idle",
                        pageRequest.path() + new TableQuery(Map.of("f." + column.id(), "!empty")).text() + "#t-plate"));
        Stream<Part> known = counts.entrySet().stream()
                .map(state -> new Part(
                        column.title() + ": " + state.getValue() + " " + state.getKey(),
                        Verdicts.style(state.getKey()),
                        pageRequest.path() + new TableQuery(Map.of("f." + column.id(), state.getKey())).text()
                                + "#t-plate"))
                .sorted(Comparator.comparing(Part::style, Verdicts.worstFirst()));
        return Stream.concat(known, lacking);
    }

    /** Whether the map is to be drawn: the page is, or it alone is asked for, and the LIMS has answered. */
    public boolean mapDrawn() {
        return pageRequest.wants(MAP) && !tables().get(0).failed() && !wells().isEmpty();
    }

    /** What the map can show, in the order of the menu. */
    public List<Column> choices() {
        return pages.table(metrics()).columns();
    }

    /** The metric that the address names, or the first that was measured if it names none; empty text for none. */
    public String metric() {
        return chosen().map(Column::id).orElse("");
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of(METRIC));
    }

    @Override
    public List<Misread> misread() {
        return pageRequest
                .query()
                .misread(METRIC, id -> chosen().isPresent(), "is no metric of plates, so wells are not painted")
                .stream()
                .toList();
    }

    private Optional<Column> chosen() {
        String named = pageRequest.query().parameters().get(METRIC);
        return named == null ? firstMeasured() : pages.table(metrics()).column(named);
    }

    /** What a plate is painted by until somebody chooses: the first number that any of its wells has. */
    private Optional<Column> firstMeasured() {
        List<Row> rows = tables().get(0).failed()
                ? List.of()
                : tables().get(0).view().rows().rows();
        return choices().stream()
                .filter(column -> !column.category())
                .filter(column ->
                        rows.stream().anyMatch(row -> !row.value(column.id()).isEmpty()))
                .findFirst();
    }

    /** The parameters of the address that choosing a metric leaves alone. */
    public Map<String, String> otherParameters() {
        return pageRequest.query().without(METRIC, PageRequest.PART).parameters();
    }

    /** The plate, painted by the metric that the address names. */
    public PlateMap map() {
        if (map == null) {
            map = PlateMap.of(size(), tables().get(0).view().rows(), chosen(), choices());
        }
        return map;
    }

    /** The wells as the LIMS has them, each with the document of its sample under {@code bioinformatics_qc}. */
    List<BsonDocument> wells() {
        if (wells == null) {
            WellRequest asked =
                    WellRequest.of(report()).ofContainer(container()).wellByWell();
            wells = withSamples(reports.records().limsDocuments(asked).toList());
        }
        return wells;
    }

    private List<BsonDocument> withSamples(List<BsonDocument> plain) {
        List<String> names =
                plain.stream().map(well -> Bson.text(well, "name")).distinct().toList();
        Map<String, BsonDocument> samples = names.isEmpty() ? Map.of() : samples(names);
        Map<String, Requirements> ordered = orders.of(List.copyOf(samples.values()));
        List<BsonDocument> all = new ArrayList<>();
        for (BsonDocument well : plain) {
            String name = Bson.text(well, "name");
            BsonDocument full = Bson.copy(well);
            if (samples.containsKey(name)) {
                full.append(QC, samples.get(name));
                full.putAll(ordered.getOrDefault(name, Requirements.UNKNOWN).asInLims());
            }
            all.add(full);
        }
        return all;
    }

    /** The documents of samples by name; none while the store is away, for the LIMS' part is worth showing alone. */
    private Map<String, BsonDocument> samples(List<String> names) {
        try {
            return reports.records().documents("samples", Criteria.in("sample_id", names)).stream()
                    .collect(Collectors.toMap(
                            sample -> sample.getString("sample_id").getValue(), sample -> sample, (a, b) -> b));
        } catch (Unavailable away) {
            return Map.of();
        }
    }
}
