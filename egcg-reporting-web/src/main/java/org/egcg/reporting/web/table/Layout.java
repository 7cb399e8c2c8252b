package org.egcg.reporting.web.table;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/**
 * How documents become the rows of one table.
 *
 * @param key what names a row
 * @param entities the samples that a review of a row is about
 * @param rule which rows are marked
 * @param keeps whether rows keep their document, for what unfolds below them
 * @param zone the zone in which dates are shown
 */
public record Layout(
        TableDefinition table,
        ValuePath key,
        Optional<ValuePath> entities,
        Mark.Rule rule,
        boolean keeps,
        ZoneId zone) {

    public static Layout of(TableDefinition table, String key, ZoneId zone) {
        return new Layout(table, ValuePath.of(key), Optional.empty(), Mark.Rule.NONE, table.unfolds(), zone);
    }

    /** Rows can be reviewed; the path leads to the samples of a row. */
    public Layout reviewing(String path) {
        return new Layout(table, key, Optional.of(ValuePath.of(path)), rule, keeps, zone);
    }

    public Layout marking(Mark.Rule newRule) {
        return new Layout(table, key, entities, newRule, keeps, zone);
    }

    public Layout keeping() {
        return new Layout(table, key, entities, rule, true, zone);
    }

    List<Column> columns() {
        return table.columns();
    }

    int index(String column) {
        for (int i = 0; i < columns().size(); i++) {
            if (columns().get(i).id().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(table.name() + " has no column " + column);
    }

    /** What is read besides the columns: the fields that limits name, and the samples of a review. */
    List<ValuePath> extras() {
        Set<ValuePath> extras = new LinkedHashSet<>();
        entities.ifPresent(extras::add);
        for (Column column : columns()) {
            column.format().limit().ifPresent(limit -> {
                limit.min().flatMap(Layout::field).ifPresent(extras::add);
                limit.max().flatMap(Layout::field).ifPresent(extras::add);
            });
        }
        return List.copyOf(extras);
    }

    private static Optional<ValuePath> field(ColumnLimit.Bound bound) {
        return bound instanceof ColumnLimit.FieldOf named
                ? Optional.of(new ValuePath(List.of(named.field())))
                : Optional.empty();
    }

    int extra(ValuePath path) {
        return extras().indexOf(path);
    }

    /** Reads documents of one source into rows; keeps state for speed, so use one per thread. */
    Reader reader(int source) {
        return new Reader(this, source);
    }

    /** The fields that the store has to send: those that any column, mark or review looks at. */
    public BsonDocument projection() {
        if (keeps) {
            return new BsonDocument();
        }
        Set<String> fields = new TreeSet<>(Set.of(key.toString()));
        columns().forEach(column -> {
            fields.add(stored(column.path()));
            fields.add(stored(column.order()));
        });
        extras().forEach(extra -> fields.add(stored(extra)));
        if (rule == Mark.Rule.FILTERING) {
            fields.addAll(Set.of("trim_r1", "trim_r2", "tiles_filtered"));
            fields.addAll(Set.of("aggregated.trim_r1", "aggregated.trim_r2", "aggregated.tiles_filtered"));
        }
        if (rule == Mark.Rule.DATA_SOURCE_DIFFERS) {
            fields.add("aggregated.most_recent_proc.data_source");
            fields.add("aggregated.from_run_elements.useable_run_elements");
        }
        return projection(fields);
    }

    private static String stored(ValuePath path) {
        return String.join(".", path.names());
    }

    /** Leaves out what lies below another field, which MongoDB refuses to be told twice. */
    private static BsonDocument projection(Set<String> fields) {
        BsonDocument projection = new BsonDocument();
        for (String field : fields) {
            boolean covered = fields.stream().anyMatch(other -> field.startsWith(other + "."));
            if (!covered && !field.contains("(") && !field.equals("-")) {
                projection.append(field, new BsonInt32(1));
            }
        }
        return projection;
    }

    /** Turns documents of one source into rows. */
    static final class Reader {

        private final Layout layout;
        private final int source;
        private final List<ValuePath> extras;
        private final Map<String, String> texts = new HashMap<>();

        private Reader(Layout layout, int source) {
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
            if (!document.containsKey(path.head())) {
                return Row.ABSENT;
            }
            BsonValue stored = path.in(document);
            if (column.format().derived().isPresent()) {
                if (!stored.isDocument()) {
                    return null;
                }
                stored = column.format().derived().get().of(stored.asDocument());
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
}
