package org.egcg.reporting.web.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.table.CellValue;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.ColumnDigits;
import org.egcg.reporting.web.table.Distribution;
import org.egcg.reporting.web.table.Figure;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Rows;

/**
 * Rows of a table side by side, each against the first. A number differs from the first one's if it lies further from it
 * than half of what the middle half of all rows spans; where all rows say too little for that, and in columns of words,
 * whatever is not the same differs.
 */
public final class SideBySide {

    private final Rows all;
    private final List<Row> things = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /** @param ids the keys of what is compared, the one first against which the others are held */
    public SideBySide(Rows all, List<String> ids) {
        this.all = all;
        for (String id : ids) {
            all.keyed(id).ifPresentOrElse(things::add, () -> missing.add(id));
        }
    }

    /** What is compared, in order. */
    public List<Row> things() {
        return List.copyOf(things);
    }

    /** The names that no row has. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    /** A line for each column in which any of the things has a value, but for the first, which names them. */
    public List<ComparedLine> lines(Function<Column, String> meanings) {
        return all.layout().table().columns().stream()
                .skip(1)
                .map(column -> line(column, meanings.apply(column)))
                .filter(ComparedLine::filled)
                .toList();
    }

    private ComparedLine line(Column column, String meaning) {
        Function<Row, CellValue> value = all.column(column.id());
        Optional<Distribution> others = Distribution.of(all.rows().stream()
                        .map(value)
                        .filter(CellValue.Numeric.class::isInstance)
                        .mapToDouble(number -> number.measure().orElseThrow())
                        .toArray())
                .filter(all -> !read(column, all.least()).equals(read(column, all.greatest())));
        int decimals = ColumnDigits.of(column, things, value);
        List<Compared> values = things.stream()
                .map(thing -> compared(column, thing, value, others, decimals))
                .toList();
        boolean states = column.format().kind() == Kind.STATE;
        return new ComparedLine(
                column.group().orElse(""),
                column.name(),
                column.unit(),
                meaning,
                states,
                column.format().numeric(),
                values,
                others);
    }

    private static String read(Column column, double number) {
        return column.format().kind().text(number);
    }

    /** Percentages differ by points. */
    private static String difference(Column column, double by) {
        return read(column, by).replaceFirst("%$", " points");
    }

    private Compared compared(
            Column column, Row thing, Function<Row, CellValue> values, Optional<Distribution> others, int decimals) {
        CellValue value = values.apply(thing);
        CellValue first = values.apply(things.get(0));
        Figure figure = thing.figure(column.id()).orElseThrow();
        boolean numbers = value instanceof CellValue.Numeric && first instanceof CellValue.Numeric;
        double by = numbers ? value.measure().orElseThrow() - first.measure().orElseThrow() : 0;
        boolean same = shown(column, value).equals(shown(column, first));
        boolean apart = !same
                && (!numbers || Math.abs(by) > others.map(Distribution::half).orElse(0.0) / 2);
        return new Compared(
                numbers(column, value) ? thing.shown(column.id(), decimals) : shown(column, value),
                figure.style(),
                figure.sign(),
                figure.why(),
                apart,
                same || !numbers ? "" : (by > 0 ? "+" : "−") + difference(column, Math.abs(by)),
                value instanceof CellValue.Numeric
                        ? others.map(all -> all.place(value.measure().orElseThrow()))
                                .orElse(-1.0)
                        : -1);
    }

    private static boolean numbers(Column column, CellValue value) {
        return value instanceof CellValue.Numeric && !column.format().count();
    }

    private static String shown(Column column, CellValue value) {
        if (value instanceof CellValue.Reworded words) {
            return words.said();
        }
        String text = column.format().count() && !value.isEmpty()
                ? Quantity.count(value.items().size())
                : column.format().kind().joined(value);
        return text.isEmpty() ? Compared.NONE : Dates.words(text);
    }
}
