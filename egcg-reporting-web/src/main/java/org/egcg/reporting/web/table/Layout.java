package org.egcg.reporting.web.table;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Threshold;

/**
 * How documents become the rows of one table.
 *
 * @param key what names a row
 * @param entities the samples that a review of a row is about
 * @param rule which rows are marked
 * @param judging how rows are judged, if they are
 * @param keeps whether rows keep their document, for what unfolds below them
 * @param zone the zone in which dates are shown
 */
public record Layout(
        TableDefinition table,
        ValuePath key,
        Optional<ValuePath> entities,
        Mark.Rule rule,
        Optional<Judging> judging,
        boolean keeps,
        ZoneId zone) {

    /** What was ordered, as the LIMS calls it. */
    private static final List<ValuePath> ORDERED = List.of(
            new ValuePath(List.of(Requirements.LIMS_YIELD)), new ValuePath(List.of(Requirements.LIMS_COVERAGE)));

    public static Layout of(TableDefinition table, String key, ZoneId zone) {
        return new Layout(
                table, ValuePath.of(key), Optional.empty(), Mark.Rule.NONE, Optional.empty(), table.unfolds(), zone);
    }

    /** Rows can be reviewed; the path leads to the samples of a row. */
    public Layout reviewing(String path) {
        return new Layout(table, key, Optional.of(ValuePath.of(path)), rule, judging, keeps, zone);
    }

    public Layout marking(Mark.Rule newRule) {
        return new Layout(table, key, entities, newRule, judging, keeps, zone);
    }

    /** Rows are judged, and their values marked. */
    public Layout judging(Judging how) {
        return new Layout(table, key, entities, rule, Optional.of(how), keeps, zone);
    }

    public Layout keeping() {
        return new Layout(table, key, entities, rule, judging, true, zone);
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
        judging.filter(how -> how.subject() == Subject.SAMPLE).ifPresent(how -> extras.addAll(ORDERED));
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

    /** What holds for the values of a column, in words; empty text if they have no limit. */
    public String limit(Column column) {
        List<Threshold> limits = judging.stream()
                .flatMap(how -> how.metric(column.order()).stream()
                        .map(metric ->
                                how.reviews().thresholds().of(how.subject()).getOrDefault(metric, List.of())))
                .flatMap(List::stream)
                .toList();
        if (limits.isEmpty()) {
            return column.limit();
        }
        return limits.size() == 1
                ? CellMark.words(limits.get(0), column.format().kind(), column.unit())
                : "depends on the row, see Limits";
    }

    int extra(ValuePath path) {
        return extras().indexOf(path);
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
        judging.ifPresent(how -> fields.addAll(how.fields()));
        fields.removeIf(field -> field.startsWith(Judging.HEAD + "."));
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
}
