package org.egcg.reporting.web.reading;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.schema.Rule;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.table.ColumnMappings;
import org.egcg.reporting.web.table.KnownPaths;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.yaml.Section;

/** What all pages share: the columns, the facility, the clock. Read, and refused if wrong, when the server starts. */
@Named("pages")
@ApplicationScoped
public class PageSettings {

    private static final String COLUMNS = "column_mappings.yaml";
    private static final String METRICS = "charts_metrics_mappings.yaml";
    private static final String VERSION = "1.0.0";

    /** Of what the rows of tables are documents. */
    private static final Map<String, String> RESOURCES = Map.of(
            "runs", "runs",
            "projects", "projects",
            "samples", "samples",
            "lane_aggregation", "lanes",
            "demultiplexing", "run_elements",
            "sample_run_elements", "run_elements");

    private static final Map<String, String> VERDICTS = Map.of(
            "judged.verdict", "What the limits say of the values as they are now.",
            "judged.reasons", "The limits that are missed, or nearly missed.",
            "judged.lanes", "Each lane by the limits as they are now, or as a review that failed it.");

    @Inject
    private Schemas schemas;

    @Inject
    private Relations relations;

    @Inject
    private ReportingConfig config;

    @Inject
    private Reviews reviews;

    @Inject
    private Instruments instruments;

    private ColumnMappings columns;
    private final Clock clock = Clock.systemUTC();

    @PostConstruct
    void read() {
        columns = ColumnMappings.read(section(COLUMNS), section(METRICS))
                .checked(section(COLUMNS), new KnownPaths(new KnownFields(schemas, relations)));
    }

    /** What a file of the configuration says, with what is laid over it. */
    public Section section(String file) {
        return config.files().section(file);
    }

    /** Makes a wrong column file stop the application from starting. */
    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        columns.tables();
    }

    /** A table of the column file, if it has one of this name. */
    Optional<TableDefinition> defined(String name) {
        return Optional.ofNullable(columns.tables().get(name));
    }

    public TableDefinition table(String name) {
        return columns.table(name);
    }

    /** Who says whether lanes, run elements and samples pass. */
    public Reviews reviews() {
        return reviews;
    }

    /** What a field of lanes means, in a sentence; empty text if nothing says so. */
    public String meaningOfLanes(String path) {
        return meaning("lanes", path);
    }

    /** What a column of a table means, in a sentence of {@code docs/metrics.md}; empty text if none is about it. */
    public String meaningIn(String table, String path) {
        return VERDICTS.getOrDefault(path, RESOURCES.containsKey(table) ? meaning(RESOURCES.get(table), path) : "");
    }

    private String meaning(String resource, String path) {
        return relations.of(resource).stream()
                .flatMap(relation -> relation.fields().stream())
                .filter(field -> path.equals("aggregated." + field.name()))
                .map(field -> field.meaning())
                .findFirst()
                .orElseGet(() -> about(path));
    }

    /** What the schema says of a field of lanes, as a sentence; empty text if nothing. */
    private String about(String path) {
        Map<String, Rule> fields = schemas.named("lanes").map(Schema::rules).orElse(Map.of());
        Optional<Rule> rule = Optional.empty();
        for (String name : path.split("\\.")) {
            rule = Optional.ofNullable(fields.get(name));
            fields = rule.filter(Rule.Structure.class::isInstance)
                    .map(structure -> ((Rule.Structure) structure).fields())
                    .orElse(Map.of());
        }
        return rule.flatMap(found -> found.terms().about())
                .map(about -> Character.toUpperCase(about.charAt(0)) + about.substring(1) + ".")
                .orElse("");
    }

    /** The model of an instrument of this serial number, where that can be told. */
    public Optional<String> instrumentModel(String instrument) {
        return instruments.model(instrument);
    }

    /** How many there are of something, as all pages write it. */
    public String count(long number) {
        return Quantity.count(number);
    }

    public ZoneId zone() {
        return config.facility().timeZone();
    }

    /** Now, on the clocks of the facility. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(zone()));
    }

    /** A moment of the facility's clocks as the store keeps it: in UTC. */
    public LocalDateTime utc(LocalDateTime local) {
        return local.atZone(zone()).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    public String facility() {
        return config.facility().name();
    }

    public boolean logo() {
        return config.facility().logo().isPresent();
    }

    public ReportingConfig config() {
        return config;
    }

    /** Where Clarity is, without a slash at the end; empty text if it is not configured. */
    public String limsUrl() {
        return config.lims().url().map(url -> url.replaceAll("/+$", "")).orElse("");
    }

    public String apiHref() {
        return config.api().prefix() + "/";
    }

    public String version() {
        return VERSION;
    }

    /** Where the source of this version is; empty text if it is not configured. */
    public String sourceHref() {
        return "";
    }

    /** When rows were read, on the clocks of the facility. */
    public String asOf(java.time.Instant moment) {
        return "as of " + Dates.clockSecond(LocalDateTime.ofInstant(moment, zone()));
    }

    public String titleSuffix() {
        return " - EGCG Reporting";
    }
}
