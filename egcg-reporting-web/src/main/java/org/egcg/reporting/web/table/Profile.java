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
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonWriter;

/**
 * Writes how the values of columns spread over the rows that pass the search and the filters of all other columns: numbers
 * and days as bars with the places of the rows shown, words with how many rows have each.
 */
final class Profile {

    private static final int MOST_VALUES = 200;

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
            return profile.append("values", values(rows, index, column)).append("most", new BsonInt32(MOST_VALUES));
        }
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
    private static BsonArray values(List<Row> rows, int index, Column column) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> row.value(index).items().stream()
                .map(column.format().kind()::text)
                .distinct()
                .forEach(value -> counts.merge(value, 1, Integer::sum)));
        Comparator<Map.Entry<String, Integer>> commonest =
                Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        BsonArray values = new BsonArray();
        counts.entrySet().stream()
                .sorted(commonest)
                .limit(MOST_VALUES)
                .forEach(value -> values.add(new BsonArray(
                        List.<BsonValue>of(new BsonString(value.getKey()), new BsonInt32(value.getValue())))));
        return values;
    }

    private static BsonDocument places(List<Row> rows, int index, Column column, Distribution all) {
        BsonDocument places = new BsonDocument();
        rows.forEach(row -> measure(row.value(index), column)
                .ifPresent(value -> places.append(row.key(), new BsonDouble(all.place(value)))));
        return places;
    }
}
