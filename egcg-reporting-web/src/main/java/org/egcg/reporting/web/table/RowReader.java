package org.egcg.reporting.web.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.web.table.CellValue.Empty;
import org.egcg.reporting.web.table.CellValue.Labelled;
import org.egcg.reporting.web.table.CellValue.Text;

/** Turns documents of one source into rows. Safe for threads. */
final class RowReader {

    private static final int LONG = 40;
    private static final int MOST_TEXTS = 20_000;

    private final Layout layout;
    private final int source;
    private final List<ValuePath> extras;
    private final List<FieldPath> judged;
    private final Map<String, Text> texts = new ConcurrentHashMap<>();

    RowReader(Layout layout, int source) {
        this.layout = layout;
        this.source = source;
        this.extras = layout.extras();
        this.judged = layout.judging().map(Judging::looksAt).orElse(List.of());
    }

    /** The row of a document; empty if nothing names it. */
    Optional<Row> read(BsonDocument document) {
        CellValue key = plain(document, layout.key());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = layout.columns();
        CellValue[] values = new CellValue[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(document, columns.get(i));
        }
        Row row = new Row(
                key.text(),
                layout,
                values,
                extras(document),
                1 << source,
                layout.keeps() ? Optional.of(document) : Optional.empty());
        layout.rule().of(document).ifPresent(row::mark);
        if (source == 0) {
            layout.judging()
                    .flatMap(how -> RowVerdict.of(how, document, judged))
                    .ifPresent(row::judged);
        }
        return Optional.of(row);
    }

    private CellValue[] extras(BsonDocument document) {
        CellValue[] values = new CellValue[extras.size()];
        for (int i = 0; i < values.length; i++) {
            ValuePath path = extras.get(i);
            values[i] = document.containsKey(path.head()) ? shared(plain(document, path)) : Empty.ABSENT;
        }
        return values;
    }

    private CellValue plain(BsonDocument document, ValuePath path) {
        return CellReader.read(path.in(document), Format.PLAIN, layout.zone());
    }

    private CellValue value(BsonDocument document, Column column) {
        ValuePath path = column.order();
        if (!document.containsKey(path.head())) {
            return Empty.ABSENT;
        }
        BsonValue stored = path.in(document);
        if (column.format().derived().isPresent()) {
            if (!stored.isDocument()) {
                return Empty.EMPTY;
            }
            stored = column.format().derived().get().apply(stored.asDocument());
        }
        CellValue value = CellReader.read(stored, column.format(), layout.zone());
        return column.path().equals(column.order()) ? shared(value) : labelled(value, plain(document, column.path()));
    }

    private static CellValue labelled(CellValue order, CellValue label) {
        return label.isEmpty() ? Empty.EMPTY : new Labelled(order.isEmpty() ? label : order, Kind.TEXT.text(label));
    }

    /** One copy of each text: most words of a column are the same in thousands of rows. */
    private CellValue shared(CellValue value) {
        if (value instanceof Text text && text.text().length() < LONG) {
            Text known = texts.get(text.text());
            if (known == null && texts.size() < MOST_TEXTS) {
                texts.put(text.text(), text);
            }
            return known == null ? text : known;
        }
        return value;
    }
}
