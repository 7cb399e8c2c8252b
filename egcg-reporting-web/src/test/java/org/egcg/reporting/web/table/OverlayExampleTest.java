package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.aggregation.RelationsCheck;
import org.egcg.reporting.aggregation.YieldTable;
import org.egcg.reporting.config.ConfigDirectory;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/configuration.md, which readers copy, is one that works. */
class OverlayExampleTest {

    private static final Pattern FILE =
            Pattern.compile("`(\\w+\\.overlay\\.yaml)`:[^`]*(?:`[^`]+`[^`]*)*?```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    private Map<String, String> files;
    private ConfigDirectory overlaid;

    @BeforeEach
    void write() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "configuration.md"));
        files = new LinkedHashMap<>();
        FILE.matcher(document).results().forEach(found -> files.put(found.group(1), found.group(2)));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
        overlaid = new ConfigDirectory(java.util.Optional.of(directory));
    }

    @Test
    void itsFilesMayBeLaidOverThePackagedOnes() {
        Schemas schemas = Schemas.read(overlaid.section("schema.yaml"));
        Section file = overlaid.section("relations.yaml");
        Relations relations = Relations.read(file, new YieldTable(List.of(), Map.of()));
        new RelationsCheck(file, schemas, relations).checked();
        KnownFields known = new KnownFields(schemas, relations);
        Section limits = overlaid.section("review_thresholds.yaml");
        Thresholds thresholds = Thresholds.read(limits).checked(limits, known, Instruments.packaged());
        Section columns = overlaid.section("column_mappings.yaml");
        ColumnMappings tables = ColumnMappings.read(columns, overlaid.section("charts_metrics_mappings.yaml"))
                .checked(columns, new KnownPaths(known));

        assertThat(files).hasSize(5);
        assertThat(schemas.names()).endsWith("flow_cells");
        assertThat(relations.of("flow_cells")).isPresent();
        assertThat(thresholds.lane()).containsKey("aggregated.pc_spike_in");
        assertThat(tables.table("lane_aggregation").column("pc_spike_in")).isPresent();
        assertThat(tables.table("flow_cells").columns()).hasSize(3);
        assertThat(tables.table("seq_plot_metrics").column("pc_spike_in")).isPresent();
    }
}
