package org.egcg.reporting.web.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.yaml.Section;

/**
 * What a row of each table can hold: the fields of the documents and LIMS reports that it is made of. A column that
 * looks elsewhere would stay empty for ever, so it is refused.
 */
public final class KnownPaths {

    /** Under this name a row of a plate has the whole document of the sample in the well. */
    private static final ValuePath IN_WELL = ValuePath.of("bioinformatics_qc");

    /** What came of a row by the limits. */
    private static final Set<String> JUDGED = Set.of(Judging.HEAD);

    /** Under this name a row of a run, or of a part of one, has what is known of the run. */
    private static final String RUN = "run";

    private static final Set<String> RUN_STATUS = Set.of(
            "created_date",
            "cst_date",
            "run_id",
            "run_status",
            "instrument_id",
            "nb_reads",
            "nb_cycles",
            "sample_ids",
            "project_ids",
            "lanes");
    private static final Set<String> PROJECT_INFO = Set.of(
            "project_id", "open_date", "close_date", "project_status", "researcher_name", "nb_quoted_samples", "udfs");
    private static final Set<String> PLATE_STATUS = Set.of(
            "plate_id",
            "project_id",
            "nb_samples",
            "library_type",
            "species",
            "required_yield",
            "required_coverage",
            "status");
    private static final Set<String> PROJECT_STATUS = Set.of(
            "open_date",
            "close_date",
            "project_status",
            "researcher_name",
            "nb_quoted_samples",
            "finished_date",
            "started_date");
    private static final Set<String> SAMPLE_STATUS = Set.of(
            "sample_id",
            "project_id",
            "statuses",
            "current_status",
            "started_date",
            "finished_date",
            "library_type",
            "species",
            "required_yield",
            "required_coverage");
    private static final Set<String> STEP = Set.of(
            "id",
            "step_link",
            "step_run",
            "date_completed",
            "samples",
            "protocol",
            "nsamples",
            "pc_qc_flag_pass",
            "project_ids");
    private static final Set<String> STEP_SAMPLE = Set.of("name", "location", "udfs", "qc_flag", "project_id");

    /**
     * The parts of a table's rows; those of a resource begin with {@code @}, documents of one that lie
     * in the row with {@code >}; {@code *} stands for UDFs of any name.
     */
    private static final Map<String, List<Set<String>>> PARTS = Map.ofEntries(
            Map.entry("runs", List.of(Set.of("@runs", RUN), JUDGED, RUN_STATUS)),
            Map.entry("projects", List.of(Set.of("@projects"), PROJECT_INFO)),
            Map.entry("project_status", List.of(PLATE_STATUS, PROJECT_STATUS)),
            Map.entry("plate_status", List.of(PLATE_STATUS)),
            Map.entry("demultiplexing", List.of(Set.of("@run_elements"), JUDGED)),
            Map.entry("lane_aggregation", List.of(Set.of("@lanes"), JUDGED)),
            Map.entry("unexpected_barcodes", List.of(Set.of("@unexpected_barcodes"))),
            Map.entry("samples", List.of(Set.of("@samples"), JUDGED, SAMPLE_STATUS, Set.of("*"))),
            Map.entry("sample_run_elements", List.of(Set.of("@run_elements", RUN), JUDGED)),
            Map.entry("species", List.of(Set.of("@species"))),
            Map.entry("genomes", List.of(Set.of("@genomes"))),
            Map.entry("yields", List.of(Set.of("coverage", "required_yield", "required_yield_q30"))),
            Map.entry("libraries", List.of(STEP)),
            Map.entry("sample_qc", List.of(STEP)),
            Map.entry("genotyping", List.of(STEP)),
            Map.entry("libraries_child", List.of(STEP_SAMPLE)),
            Map.entry("sample_qc_child", List.of(STEP_SAMPLE)),
            Map.entry("genotyping_child", List.of(STEP_SAMPLE)),
            Map.entry("simple_plot_child", List.of(STEP_SAMPLE)),
            Map.entry("libraries_child_flatten", List.of(STEP, STEP_SAMPLE)),
            Map.entry("sample_qc_child_flatten", List.of(STEP, STEP_SAMPLE)),
            Map.entry("genotyping_child_flatten", List.of(STEP, STEP_SAMPLE)),
            Map.entry("library_plot_metrics", List.of(STEP, STEP_SAMPLE, Set.of(">samples"))),
            Map.entry("genotype_plot_metrics", List.of(STEP, STEP_SAMPLE, Set.of(">samples"))),
            Map.entry("seq_plot_metrics", List.of(Set.of("@lanes", "interop_metrics"))),
            Map.entry(
                    "seq_plot_colors",
                    List.of(Set.of("@lanes", "-", "sequencer", "sequencer_stage", "model", "pool"))));

    private final KnownFields fields;

    public KnownPaths(KnownFields fields) {
        this.fields = fields;
    }

    /**
     * Refuses the table if one of its columns stays empty for ever.
     *
     * @param file what the table was read from, for messages
     */
    void check(Section file, TableDefinition table) {
        List<Set<String>> parts = parts(file, table.name());
        for (Column column : table.columns()) {
            for (ValuePath path : List.of(column.path(), column.order())) {
                if (parts.stream().noneMatch(part -> part.stream().anyMatch(name -> leads(name, path)))) {
                    throw new Misconfigured(
                            fileOf(file, table.name(), column.id()),
                            table.name() + "." + column.id(),
                            "no row has a value at '" + path + "'");
                }
            }
        }
    }

    private List<Set<String>> parts(Section file, String table) {
        if (PARTS.containsKey(table)) {
            return PARTS.get(table);
        }
        if (fields.isResource(table)) {
            return List.of(Set.of("@" + table));
        }
        throw file.wrong(table, "no page has such a table");
    }

    /** The file that defines the column, if that is an overlay; else the one that lists it. */
    private static String fileOf(Section file, String table, String column) {
        String definition = file.section("column_def").fileOf(column);
        return definition.equals(file.file()) ? file.fileOf(table) : definition;
    }

    private boolean leads(String part, ValuePath path) {
        if (part.startsWith("@")) {
            return fields.has(part.substring(1), new FieldPath(path.names()));
        }
        if (part.startsWith(">")) {
            return path.below(IN_WELL)
                    .filter(below -> fields.has(part.substring(1), new FieldPath(below.names())))
                    .isPresent();
        }
        return part.equals("*") ? path.names().size() == 1 : part.equals(path.head());
    }
}
