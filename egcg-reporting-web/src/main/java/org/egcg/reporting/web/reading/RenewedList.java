package org.egcg.reporting.web.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.resource.ChangeMarks;
import org.egcg.reporting.resource.KeptDocuments;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.RenewedRows;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Rows;

/**
 * A list of stored documents, each with what the LIMS says of it. Documents that were written are read again by themselves; the
 * LIMS is asked anew when its answers are no longer recent, and the whole store where others may write to it, and neither is
 * waited for if that takes time.
 */
final class RenewedList {

    private static final Duration PATIENCE = Duration.ofMillis(150);

    private final RenewedRows rows;
    private final KeptDocuments<Row> documents;
    private final StaleWhileRevalidate<Instant> whole;
    private final StaleWhileRevalidate<RenewedRows.Beside> beside;
    private final CurrentUser user;

    RenewedList(
            Layout layout,
            ChangeMarks changes,
            String resource,
            Function<BsonDocument, Optional<BsonDocument>> shaped,
            Executor executor,
            CurrentUser user) {
        rows = new RenewedRows(layout);
        documents = new KeptDocuments<>(
                changes, resource, document -> shaped.apply(document).flatMap(rows::row), Clock.systemUTC());
        whole = new StaleWhileRevalidate<>(executor, (read, pause) -> documents.isTrusted(), PATIENCE);
        beside = new StaleWhileRevalidate<>(
                executor, (known, pause) -> known.missing().isEmpty() && Freshness.isRecent(known.asOf()), PATIENCE);
        this.user = user;
    }

    /**
     * The rows as of now. Not for several threads.
     *
     * @param question asks the store for documents
     * @param lims reports whose rows are laid over those of documents, the first first
     * @throws Unavailable if the store does not answer
     */
    Rows rows(KeptDocuments.Question question, List<Source> lims) {
        Supplier<RenewedRows.Beside> reports = user.carried(() -> read(lims));
        beside.ahead(reports);
        Instant begun = Instant.now();
        whole.current(user.carried(() -> all(question)));
        SortedMap<ObjectId, Row> own = documents.renewed(question);
        Instant seen = documents.isTrusted() ? begun : whole.known().orElse(begun);
        return rows.rows(own, beside.current(reports), begun, seen);
    }

    private Instant all(KeptDocuments.Question question) {
        Instant begun = Instant.now();
        documents.again(question);
        return begun;
    }

    private RenewedRows.Beside read(List<Source> lims) {
        Instant begun = Instant.now();
        List<Map<String, List<Row>>> sources = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Source source : lims) {
            int number = sources.size();
            Optional<Map<String, List<Row>>> before =
                    beside.known().map(known -> known.sources().get(number));
            try {
                sources.add(rows.beside(number + 1, source.documents().get(), before));
            } catch (Unavailable away) {
                sources.add(Map.of());
                missing.add(Sentences.without(away.dependency()));
            }
        }
        return new RenewedRows.Beside(sources, missing.stream().distinct().toList(), begun);
    }
}
