package org.egcg.reporting.web.table;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Outside of what a value is marked; a value equal to a bound is inside. */
public record ColumnLimit(Optional<Bound> min, Optional<Bound> max) {

    /** One side of a limit. */
    public sealed interface Bound {}

    /** The same for every row. */
    public record Fixed(double value) implements Bound {}

    /** Another field of the row, such as the required yield; a row without that field has the default. */
    public record FieldOf(String field, OptionalDouble otherwise) implements Bound {}

    /** Where a value stands. */
    public enum Side {
        BELOW,
        INSIDE,
        ABOVE
    }

    /** A value outside a limit: on which side, and of which number. */
    public record Crossed(Side side, double bound, Optional<String> field) {}

    /** Empty if the value is inside, or if there is nothing to compare it with. */
    Optional<Crossed> crossedBy(double value, Function<String, CellValue> row) {
        OptionalDouble least = bound(min, row);
        if (least.isPresent() && value < least.getAsDouble()) {
            return Optional.of(new Crossed(Side.BELOW, least.getAsDouble(), field(min)));
        }
        OptionalDouble most = bound(max, row);
        if (most.isPresent() && value > most.getAsDouble()) {
            return Optional.of(new Crossed(Side.ABOVE, most.getAsDouble(), field(max)));
        }
        return Optional.empty();
    }

    private static Optional<String> field(Optional<Bound> bound) {
        return bound.map(b -> b instanceof FieldOf named ? named.field() : null);
    }

    private static OptionalDouble bound(Optional<Bound> bound, Function<String, CellValue> row) {
        if (bound.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (bound.get() instanceof Fixed fixed) {
            return OptionalDouble.of(fixed.value());
        }
        FieldOf named = (FieldOf) bound.get();
        CellValue value = row.apply(named.field());
        return value == CellValue.Empty.ABSENT ? named.otherwise() : value.measure();
    }

    /** The limit in words, such as {@code at least 75%}; the field's own number differs from row to row. */
    String words(Kind kind) {
        String least = min.map(bound -> "at least " + words(bound, kind)).orElse("");
        String most = max.map(bound -> "at most " + words(bound, kind)).orElse("");
        return least.isEmpty() || most.isEmpty() ? least + most : least + ", " + most;
    }

    private static String words(Bound bound, Kind kind) {
        if (bound instanceof Fixed fixed) {
            return Quantity.bound(fixed.value(), kind);
        }
        FieldOf named = (FieldOf) bound;
        return named.field()
                + (named.otherwise().isPresent()
                        ? ", or " + Quantity.bound(named.otherwise().getAsDouble(), kind) + " where there is none"
                        : "");
    }
}
