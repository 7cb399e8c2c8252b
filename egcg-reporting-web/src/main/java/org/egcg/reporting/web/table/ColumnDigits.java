package org.egcg.reporting.web.table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers that stand below or beside each other have the same number of decimals, so that they compare at a glance. */
public final class ColumnDigits {

    /** A number that needs so many decimals that the largest would have more digits than this has them alone. */
    private static final int MOST = 6;

    private ColumnDigits() {}

    /**
     * How many decimals the numbers of a column have, which is as many as one of them needs.
     *
     * @param rows those that are seen together
     */
    public static int of(Column column, List<Row> rows, Function<Row, CellValue> values) {
        Kind kind = column.format().kind();
        if (kind.usual() == 0 || column.format().count()) {
            return 0;
        }
        int most = MOST
                - rows.stream()
                        .flatMap(row -> values.apply(row).items().stream())
                        .filter(CellValue.Numeric.class::isInstance)
                        .mapToInt(kind::magnitude)
                        .max()
                        .orElse(0);
        return rows.stream()
                .flatMapToInt(row -> needed(kind, values.apply(row), row.crossed(column.id()).stream()))
                .filter(decimals -> decimals <= most)
                .reduce(kind.usual(), Math::max);
    }

    private static IntStream needed(Kind kind, CellValue value, Stream<CellMark> marks) {
        return IntStream.concat(
                value.items().stream().mapToInt(kind::decimals), marks.mapToInt(mark -> mark.decimals(kind, value)));
    }
}
