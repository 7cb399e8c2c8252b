package org.egcg.reporting.web.plate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.egcg.reporting.web.table.CellMark;
import org.egcg.reporting.web.table.CellValue;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Row;

/** What a map can show: a column of the plate's table, read as a number or as a word. */
record Metric(Column column) {

    private static final int DECIMALS = 3;
    private static final MathContext SHORT = new MathContext(3, RoundingMode.HALF_UP);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

    boolean isCategory() {
        return column.category();
    }

    /** The value as the table shows it; empty text for none. Lists are written in their order, with commas. */
    String text(Row row) {
        return text(row.value(column.id()));
    }

    private String text(CellValue value) {
        if (value instanceof CellValue.Several several) {
            return String.join(", ", several.items().stream().map(this::text).toList());
        }
        Kind kind = column.format().kind();
        return kind == Kind.TEXT && value instanceof CellValue.Decimal decimal
                ? rounded(decimal.value())
                : kind.text(value);
    }

    private static String rounded(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
        return plain(exact);
    }

    /** The value as a number; a text counts if it spells one. */
    OptionalDouble number(Row row) {
        CellValue value = row.value(column.id());
        return value instanceof CellValue.Numeric || value instanceof CellValue.Text
                ? finite(value.measure())
                : OptionalDouble.empty();
    }

    private static OptionalDouble finite(OptionalDouble number) {
        return number.isPresent() && Double.isFinite(number.getAsDouble()) ? number : OptionalDouble.empty();
    }

    /** The value of a number, written as the table does. */
    String text(double number) {
        return text(new CellValue.Decimal(number));
    }

    /** A number in at most five characters or so, for a well. */
    static String brief(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).round(SHORT);
        if (exact.abs().compareTo(LARGE) < 0) {
            return plain(exact);
        }
        for (String unit : List.of("k", "M", "G")) {
            exact = exact.movePointLeft(3);
            if (exact.abs().compareTo(THOUSAND) < 0) {
                return plain(exact) + unit;
            }
        }
        return plain(exact) + "G";
    }

    /** The same with as many decimals as the others have, as far as three figures go. */
    static String brief(double number, int decimals) {
        BigDecimal exact = BigDecimal.valueOf(number).round(SHORT);
        if (exact.signum() == 0 || exact.abs().compareTo(LARGE) >= 0) {
            return brief(number);
        }
        int room = SHORT.getPrecision() - Math.max(1, exact.precision() - exact.scale());
        return exact.setScale(Math.max(decimals(number), Math.min(decimals, room)))
                .toPlainString();
    }

    /** How many decimals a number has in a well. */
    static int decimals(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).round(SHORT);
        return exact.signum() == 0 ? 0 : Math.max(0, exact.stripTrailingZeros().scale());
    }

    private static String plain(BigDecimal exact) {
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /** How a value does not keep to its limit; empty if it does. */
    Optional<CellMark> crossed(Row row) {
        return row.crossed(column.id());
    }
}
