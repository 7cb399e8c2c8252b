package org.egcg.reporting.web.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;

/**
 * Rows of documents, with what other sources say under the same keys, as {@link Rows.Merge} puts them together where the first
 * source alone makes rows; of those of last time only rows of which anything changed are made anew. For one thread at a time.
 */
public final class RenewedRows {

    /**
     * What sources say beside the documents.
     *
     * @param sources the rows of each by their keys
     * @param missing a sentence for each that did not answer
     * @param asOf when they were read
     */
    public record Beside(List<Map<String, List<Row>>> sources, List<String> missing, Instant asOf) {
        public Beside {
            sources = List.copyOf(sources);
            missing = List.copyOf(missing);
        }

        List<List<Row>> of(String key) {
            List<List<Row>> over = new ArrayList<>(sources.size());
            sources.forEach(source -> over.add(source.getOrDefault(key, List.of())));
            return over;
        }
    }

    private record Made(Row own, List<List<Row>> over, Row row) {

        /** Rows are never changed, so that the same ones make the same row. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Row document, List<List<Row>> beside) {
            for (int i = 0; i < beside.size(); i++) {
                if (over.size() != beside.size() || over.get(i) != beside.get(i)) {
                    return false;
                }
            }
            return own == document;
        }
    }

    private final Layout layout;
    private final RowReader reader;
    private Map<ObjectId, Made> made = Map.of();
    private Optional<SortedMap<ObjectId, Row>> documents = Optional.empty();
    private Optional<Beside> beside = Optional.empty();
    private List<Row> rows = List.of();
    private KeptOrders orders = new KeptOrders();

    public RenewedRows(Layout layout) {
        this.layout = layout;
        this.reader = new RowReader(layout, 0);
    }

    /** The row of a document by itself; empty if nothing names it. */
    public Optional<Row> row(BsonDocument document) {
        return reader.read(document);
    }

    /**
     * Rows of another source by their keys, the very ones of before where they are the same.
     *
     * @param source which it is; documents are source 0
     */
    public Map<String, List<Row>> beside(
            int source, Iterator<? extends BsonDocument> items, Optional<Map<String, List<Row>>> before) {
        RowReader other = new RowReader(layout, source);
        Map<String, List<Row>> found = new HashMap<>();
        items.forEachRemaining(item -> other.read(Rows.decoded(item))
                .ifPresent(row -> found.computeIfAbsent(row.key(), key -> new ArrayList<>(1))
                        .add(row)));
        found.replaceAll((key, now) -> before.map(known -> known.get(key))
                .filter(known -> areSame(known, now))
                .orElse(now));
        return found;
    }

    private static boolean areSame(List<Row> before, List<Row> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!before.get(i).says(now.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param asOf when the documents were read
     * @param whole when all of them were, of what no mark tells of
     */
    @SuppressWarnings("ReferenceEquality")
    public Rows rows(SortedMap<ObjectId, Row> own, Beside others, Instant asOf, Instant whole) {
        boolean same = documents.filter(known -> known == own).isPresent()
                && beside.filter(known -> known == others).isPresent();
        if (!same) {
            renew(own, others);
        }
        Instant oldest = others.asOf().isBefore(whole) ? others.asOf() : whole;
        return new Rows(layout, rows, others.missing(), asOf, oldest, orders);
    }

    private void renew(SortedMap<ObjectId, Row> own, Beside others) {
        boolean complete = beside.filter(
                        known -> known.missing().isEmpty() == others.missing().isEmpty())
                .isPresent();
        Map<ObjectId, Made> last = complete ? made : Map.of();
        Map<ObjectId, Made> next = new HashMap<>(own.size() * 2);
        List<Row> all = new ArrayList<>(own.size());
        own.forEach((id, row) -> {
            Made known = last.get(id);
            List<List<Row>> over = others.of(row.key());
            Made now = known != null && known.isOf(row, over)
                    ? known
                    : new Made(row, over, row.under(over, others.missing().isEmpty()));
            next.put(id, now);
            all.add(now.row());
        });
        made = next;
        rows = List.copyOf(all);
        orders = new KeptOrders();
        documents = Optional.of(own);
        beside = Optional.of(others);
    }
}
