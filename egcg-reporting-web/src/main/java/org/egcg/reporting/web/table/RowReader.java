package org.egcg.reporting.web.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Turns documents of one source into rows; keeps state for speed, so use one per thread. */
final class RowReader {

    private final Layout layout;
    private final int source;
    private final List<ValuePath> extras;
    private final Map<String, String> texts = new HashMap<>();

    RowReader(Layout layout, int source) {
        this.layout = layout;
        this.source = source;
        this.extras = layout.extras();
    }

    /** The row of a document; empty if nothing names it. */
    Optional<Row> read(BsonDocument document) {
        Object key = Plain.of(layout.key().in(document), Format.PLAIN, layout.zone());
        if (key == null) {
            return Optional.empty();
        }
        List<Column> columns = layout.columns();
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(document, columns.get(i));
        }
        Row row = new Row(
                Objects.toString(key),
                layout,
                values,
                extras(document),
                1 << source,
                layout.keeps() ? Optional.of(document) : Optional.empty());
        layout.rule().of(document).ifPresent(row::mark);
        if (source == 0) {
            layout.judging().flatMap(how -> RowVerdict.of(how, document)).ifPresent(row::judged);
        }
        return Optional.of(row);
    }

    private Object[] extras(BsonDocument document) {
        Object[] values = new Object[extras.size()];
        for (int i = 0; i < values.length; i++) {
            ValuePath path = extras.get(i);
            values[i] = document.containsKey(path.head())
                    ? Plain.of(path.in(document), Format.PLAIN, layout.zone())
                    : Row.ABSENT;
        }
        return values;
    }

    private Object value(BsonDocument document, Column column) {
        ValuePath path = column.order();
        if (path.head().equals(Judging.HEAD)) {
            return Row.JUDGED;
        }
        if (!document.containsKey(path.head())) {
            return Row.ABSENT;
        }
        BsonValue stored = path.in(document);
        if (column.format().derived().isPresent()) {
            if (!stored.isDocument()) {
                return null;
            }
            stored = column.format().derived().get().apply(stored.asDocument());
        }
        Object value = Plain.of(stored, column.format(), layout.zone());
        return column.path().equals(column.order()) ? shared(value) : shown(value, document, column);
    }

    private Object shown(Object order, BsonDocument document, Column column) {
        Object text = Plain.of(column.path().in(document), Format.PLAIN, layout.zone());
        return text == null ? null : new Shown(order == null ? text : order, Kind.TEXT.text(text));
    }

    /** One copy of each text: most words of a column are the same in thousands of rows. */
    private Object shared(Object value) {
        if (value instanceof String text && text.length() < 40) {
            return texts.size() < 20_000 ? texts.computeIfAbsent(text, same -> same) : text;
        }
        return value;
    }
}
