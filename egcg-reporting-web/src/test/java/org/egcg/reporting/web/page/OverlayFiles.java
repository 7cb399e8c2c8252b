package org.egcg.reporting.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an institute lays over the packaged files: two resources of its own, metrics, a limit and columns. */
final class OverlayFiles {

    static final String LONG = "F" + "x".repeat(150);

    private OverlayFiles() {}

    static void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("schema.overlay.yaml"), """
                resources:
                  runs: {fields: {flow_cell_id: string}}
                  flow_cells:
                    item: flow_cell
                    about: One flow cell, over all its runs.
                    id field: flow_cell_id
                    fields:
                      flow_cell_id: {type: string, required: true, unique: true}
                      supplier: string
                  freezers:
                    item: freezer
                    fields:
                      name: {type: string, required: true}
                      shelves: integer
                      place: {type: object, fields: {floor: integer, room: string}}
                """);
        Files.writeString(directory.resolve("relations.overlay.yaml"), """
                relations:
                  runs:
                    fields: {reads_per_cycle: {formula: aggregated.total_reads / 2}}
                  flow_cells:
                    named by: flow_cell_id
                    gathers: {runs: {by: {flow_cell_id: flow_cell_id}}}
                    fields:
                      yield_in_gb: {formula: sum(runs.aggregated.yield_in_gb), unit: Gb, means: What was sequenced.}
                """);
        Files.writeString(
                directory.resolve("review_thresholds.overlay.yaml"),
                "lane: {aggregated.cv: {name: CV, value: 1, comparison: '<'}}");
        Files.writeString(directory.resolve("column_mappings.overlay.yaml"), """
                column_def:
                  flow_cell_id: {data: flow_cell_id, title: Flow cell, fmt: {link: '/resources/flow_cells/'}}
                  supplier: {data: supplier, title: Supplier}
                  flow_cell_yield: {data: aggregated.yield_in_gb, title: 'Yield (Gb)', fmt: {type: float}}
                  reads_per_cycle: {data: aggregated.reads_per_cycle, title: Reads per cycle, fmt: {type: float}}
                runs: {append: [flow_cell_id, reads_per_cycle]}
                flow_cells: [flow_cell_id, supplier, flow_cell_yield]
                """);
    }

    static void post(String server) {
        Fixture.send(server, "flow_cells", """
                [{"flow_cell_id": "F1", "supplier": "<b>Illumina</b>"}, {"flow_cell_id": "F/2"},
                 {"flow_cell_id": "%s", "supplier": "None"}]""".formatted(LONG));
        Fixture.send(server, "freezers", "{\"name\": \"Cold\", \"shelves\": 5, \"place\": {\"floor\": 2}}");
    }
}
