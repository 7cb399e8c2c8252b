package org.egcg.reporting.web.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;

/**
 * All rows of a table as they were at one moment.
 *
 * @param missing the sources that did not answer, each with a sentence that says so; the rows are those of the others
 * @param asOf when the store was read
 * @param oldest when the source was read that was read first; no write to the store makes another one older
 * @param orders in which these very rows were asked for
 */
public record Rows(
        Layout layout, List<Row> rows, List<String> missing, Instant asOf, Instant oldest, KeptOrders orders) {

    public Rows {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /** All sources were read at the same time. */
    public Rows(Layout layout, List<Row> rows, List<String> missing, Instant asOf) {
        this(layout, rows, missing, asOf, asOf, new KeptOrders());
    }

    /** All rows in an order; those that are equal stay in theirs. */
    List<Row> sorted(List<SortKey> keys) {
        return orders.of(keys, () -> new RowOrder(keys, layout).sorted(rows));
    }

    /** Does what would be done for the first who sorts or searches: judges rows and gathers their texts. */
    public void prepare() {
        rows.forEach(Row::prepare);
    }

    public Optional<Row> keyed(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** A raw document searches its bytes for each field; a row asks for dozens. */
    public static BsonDocument decoded(BsonDocument document) {
        return Bson.decoded(document);
    }

    /** What rows have in a column, found once for all of them. */
    public Function<Row, CellValue> column(String name) {
        int index = layout.index(name);
        return row -> row.value(index);
    }

    /** How much memory this takes, counted in cells. */
    public long cells() {
        return (long) rows.size() * layout.columns().size();
    }

    /**
     * Puts rows of several sources together. In an outer merge the first document with a key makes the row; later ones
     * put their top-level fields over it. Where only the first source makes rows, its duplicates stay.
     */
    public static final class Merge {

        private static final System.Logger LOG = System.getLogger(Merge.class.getName());
        private final Layout layout;
        private final boolean outer;
        private final List<Row> rows = new ArrayList<>();
        private final Map<String, List<Row>> byKey = new HashMap<>();
        private final List<String> missing = new ArrayList<>();
        private int sources;
        private int absent;

        public Merge(Layout layout, boolean outer) {
            this.layout = layout;
            this.outer = outer;
        }

        /** Adds the next source, in the order of precedence. */
        public Merge add(Iterator<? extends BsonDocument> documents) {
            int source = sources++;
            RowReader reader = new RowReader(layout, source);
            int nameless = 0;
            while (documents.hasNext()) {
                Optional<Row> row = reader.read(decoded(documents.next()));
                row.ifPresent(found -> take(found, source));
                nameless += row.isPresent() ? 0 : 1;
            }
            if (nameless > 0) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        layout.table().name() + ": left out " + nameless + " documents without " + layout.key());
            }
            return this;
        }

        private void take(Row row, int source) {
            List<Row> same = byKey.get(row.key());
            if (same != null && (outer || source > 0)) {
                same.forEach(known -> known.overlay(row));
            } else if (source == 0 || outer) {
                rows.add(row);
                byKey.computeIfAbsent(row.key(), key -> new ArrayList<>(1)).add(row);
            }
        }

        /** Notes that the next source did not answer. */
        public Merge missing(String sentence) {
            sources++;
            absent++;
            if (!missing.contains(sentence)) {
                missing.add(sentence);
            }
            return this;
        }

        public boolean allMissing() {
            return absent == sources;
        }

        public Rows rows(Instant asOf) {
            if (sources > 1 && missing.isEmpty()) {
                rows.forEach(this::origin);
            }
            return new Rows(layout, rows, missing, asOf);
        }

        private void origin(Row row) {
            boolean lims = false;
            for (int source = 1; source < sources; source++) {
                lims |= row.from(source);
            }
            if (!row.from(0)) {
                row.mark(Mark.LIMS_ONLY);
            } else if (!lims) {
                row.mark(Mark.NO_LIMS);
            }
        }
    }
}
