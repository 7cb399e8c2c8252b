package org.egcg.reporting.web.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.aggregation.YieldTable;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.yaml.Section;

/** Tables of the shipped column files, filled from JSON. */
final class Tables {

    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final ColumnMappings SHIPPED = shipped();

    static final Reviews REVIEWS = new Reviews(Thresholds.packaged(), Instruments.packaged());

    private Tables() {}

    private static ColumnMappings shipped() {
        return ColumnMappings.read(section("column_mappings.yaml"), section("charts_metrics_mappings.yaml"))
                .checked(
                        section("column_mappings.yaml"),
                        new KnownPaths(new KnownFields(
                                Schemas.packaged(), Relations.packaged(new YieldTable(List.of(), Map.of())))));
    }

    static Section section(String file) {
        return Section.read(file, text(file));
    }

    static String text(String file) {
        try (var in = Tables.class.getResourceAsStream("/org/egcg/reporting/etc/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Layout layout(String table, String key) {
        return Layout.of(SHIPPED.table(table), key, ZONE);
    }

    /** The same with rows that are judged by the shipped limits. */
    static Layout judged(String table, String key, Subject subject) {
        return layout(table, key).judging(Judging.of(subject, REVIEWS));
    }

    static Rows rows(Layout layout, String... documents) {
        List<BsonDocument> parsed =
                List.of(documents).stream().map(BsonDocument::parse).toList();
        return new Rows.Merge(layout, false).add(parsed.iterator()).rows(Instant.EPOCH);
    }

    static TableView view(Rows rows, String sort, Map<String, String> query) {
        TableSpec spec =
                TableSpec.full("t", "Test", rows.layout().table(), sort, "rows").asMain();
        return new TableView(spec, rows, spec.first(), "/t", new TableQuery(query));
    }

    static List<String> keys(TableView view) {
        return view.pageRows().stream().map(Row::key).toList();
    }
}
