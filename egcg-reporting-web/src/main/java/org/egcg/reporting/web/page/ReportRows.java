package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.reading.Freshness;
import org.egcg.reporting.web.reading.Layouts;
import org.egcg.reporting.web.reading.Listed;
import org.egcg.reporting.web.reading.NotesShown;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.reading.Snapshots;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableSpec;

/** Makes the tables of one request. */
@RequestScoped
public class ReportRows {

    @Inject
    private PageRequest pageRequest;

    @Inject
    private SavedTables saved;

    @Inject
    private Snapshots snapshots;

    @Inject
    private Freshness freshness;

    @Inject
    private PageSettings pages;

    @Inject
    private Records records;

    @Inject
    private Layouts layouts;

    @Inject
    private NotesShown notes;

    Records records() {
        return records;
    }

    /** A table whose rows are read for this request alone. */
    ReportTable table(TableSpec spec, Supplier<Rows> source) {
        String table = spec.definition().name();
        return new ReportTable(spec, pageRequest, saved, () -> layout(spec.children(), "name"), source)
                .explainedBy(column -> pages.meaningIn(table, column.order().toString()))
                .notedBy(notes::marks);
    }

    /** A table whose rows are kept for a while; the key says which rows they are. */
    ReportTable kept(TableSpec spec, String key, Supplier<Rows> source) {
        return table(spec, () -> justShown(key).orElseGet(() -> snapshots.rows(key, source)))
                .updatedWhen(rows -> rows.missing().isEmpty() && freshness.isOld(rows.asOf(), rows.oldest()));
    }

    /** An export holds what its user has before him, so that the rows need not be in memory twice. */
    private Optional<Rows> justShown(String key) {
        return pageRequest.query().parameters().containsKey("export") ? snapshots.justShown(key) : Optional.empty();
    }

    /** The same of a list that is known elsewhere too. */
    ReportTable kept(TableSpec spec, Listed list) {
        return kept(spec, list.key(), list.rows());
    }

    /** A table of one source, read for this request. */
    ReportTable of(TableSpec spec, Layout layout, Source source) {
        return table(spec, () -> records.rows(layout, source));
    }

    /** How many rows a list has, if it is at hand, and never as it was before a user changed something; else empty text. */
    String countKnown(Listed list) {
        return snapshots
                .known(list)
                .map(rows -> Quantity.count(rows.rows().size()))
                .orElse("");
    }

    Layout layout(String table, String key) {
        return layouts.of(table, key);
    }
}
