package org.egcg.reporting.web.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.json.JsonWriter;

/**
 * Writes how the values of columns spread over the rows that pass the search and the filters of all other columns: numbers
 * and days as bars with the places of the rows shown, words, and numbers and days of which there are few, with how many rows
 * have each.
 */
final class Profile {

    private static final int MOST_VALUES = 200;

    /** From so many different numbers on one chooses a range, not one of them. */
    private static final int MANY = 8;

    void write(Sheet sheet, OutputStream out) throws IOException {
        BsonArray columns = new BsonArray();
        sheet.columns().stream().filter(Column::sortable).forEach(column -> columns.add(profile(column, sheet.view())));
        out.write(JsonWriter.text(new BsonDocument("columns", columns)).getBytes(StandardCharsets.UTF_8));
    }

    private static BsonDocument profile(Column column, TableView view) {
        List<Row> rows = view.matchingBeside(column.id());
        int index = view.rows().layout().index(column.id());
        BsonDocument profile = new BsonDocument("id", new BsonString(column.id()))
                .append("kind", new BsonString(column.comparison()))
                .append("rows", new BsonInt32(rows.size()))
                .append("filter", new BsonString(spelled(column, view)));
        if (column.comparison().equals("text")) {
            return profile.append("values", words(rows, index, column)).append("most", new BsonInt32(MOST_VALUES));
        }
        few(rows, index, column).ifPresent(values -> profile.append("values", values));
        Optional<Distribution> spread = Distribution.of(rows.stream()
                .flatMapToDouble(row -> measure(row.value(index), column).stream())
                .toArray());
        spread.ifPresent(all -> profile.append("least", new BsonDouble(all.least()))
                .append("greatest", new BsonDouble(all.greatest()))
                .append("count", new BsonInt32(all.size()))
                .append("path", new BsonString(all.path()))
                .append("places", places(view.pageRows(), index, column, all)));
        return profile;
    }

    private static String spelled(Column column, TableView view) {
        return Optional.ofNullable(view.state().filters().get(column.id()))
                .map(Filter::spelled)
                .orElse("");
    }

    private static OptionalDouble measure(CellValue value, Column column) {
        return column.format().count() && !value.isEmpty() ? value.measure() : Filter.measure(value, column);
    }

    /** The words of a column with how many rows have each, the commonest first. */
    private static BsonArray words(List<Row> rows, int index, Column column) {
        Comparator<Map.Entry<String, Integer>> commonest =
                Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        return listed(counts(rows, index, column).entrySet().stream()
                .sorted(commonest)
                .limit(MOST_VALUES));
    }

    /** The numbers or days of a column with how many rows have each, from the least on; empty where there are many or none. */
    private static Optional<BsonArray> few(List<Row> rows, int index, Column column) {
        Map<String, Integer> counts = counts(rows, index, column);
        if (counts.isEmpty() || counts.size() >= MANY) {
            return Optional.empty();
        }
        Map<String, Double> measures = new HashMap<>();
        rows.forEach(row -> column.shown(row.value(index))
                .forEach(
                        (text, item) -> measures.put(text, measure(item, column).orElse(Double.MAX_VALUE))));
        Comparator<Map.Entry<String, Integer>> least =
                Comparator.comparingDouble(value -> measures.get(value.getKey()));
        return Optional.of(listed(counts.entrySet().stream().sorted(least)));
    }

    private static Map<String, Integer> counts(List<Row> rows, int index, Column column) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(
                row -> column.shown(row.value(index)).keySet().forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts;
    }

    private static BsonArray listed(Stream<Map.Entry<String, Integer>> values) {
        return new BsonArray(values.map(value ->
                        new BsonArray(List.of(new BsonString(value.getKey()), new BsonInt32(value.getValue()))))
                .toList());
    }

    private static BsonDocument places(List<Row> rows, int index, Column column, Distribution all) {
        BsonDocument places = new BsonDocument();
        rows.forEach(row -> measure(row.value(index), column)
                .ifPresent(value -> places.append(row.key(), new BsonDouble(all.place(value)))));
        return places;
    }
}
