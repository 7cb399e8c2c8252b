package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.web.chart.Turnaround.Finished;
import org.egcg.reporting.web.table.CellValue;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableDefinition;

/** The samples that the LIMS has seen to their end. */
@ApplicationScoped
public class FinishedSamples {

    private static final BsonString FINISHED = new BsonString("finished");

    @Inject
    private Records records;

    @Inject
    private PageSettings pages;

    @Inject
    private Snapshots snapshots;

    public Rows rows() {
        return snapshots.rows("charts/tat", this::read);
    }

    private Rows read() {
        Instant begun = Instant.now();
        List<Column> columns = List.of(
                ChartColumns.of("sample_id", "Sample", Kind.TEXT),
                ChartColumns.of("project_id", "Project", Kind.TEXT),
                ChartColumns.of("started_date", "Received", Kind.DATETIME),
                ChartColumns.of("finished_date", "Delivered", Kind.DATETIME));
        Layout layout = Layout.of(new TableDefinition("finished", columns, false), "sample_id", pages.zone());
        Stream<BsonDocument> finished = records.limsDocuments(StatusRequest.samples(Scope.all()))
                .filter(sample -> FINISHED.equals(sample.get("current_status")));
        return new Rows.Merge(layout, false).add(finished.iterator()).rows(begun);
    }

    /** The sample of a row; empty if it lacks a date. */
    public static Optional<Finished> sample(Row row) {
        return date(row, "started_date").flatMap(started -> date(row, "finished_date")
                .map(finished -> new Finished(row.key(), row.value("project_id").text(), started, finished)));
    }

    private static Optional<LocalDateTime> date(Row row, String column) {
        return row.value(column) instanceof CellValue.Moment moment ? Optional.of(moment.date()) : Optional.empty();
    }
}
