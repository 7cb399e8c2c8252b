package org.egcg.reporting.web.table;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a cell of a table holds. */
public sealed interface CellValue {

    /** The value as text, unrounded and without signs; empty text for an empty cell. */
    String text();

    /** What stands for the cell in sums and comparisons: a number, or how many members it lists. */
    default OptionalDouble measure() {
        return OptionalDouble.empty();
    }

    /** What the cell lists; a single value lists itself, an empty cell nothing. */
    default List<CellValue> items() {
        return List.of(this);
    }

    default boolean isEmpty() {
        return false;
    }

    /** A cell without a value. */
    enum Empty implements CellValue {
        /** Nothing, null, empty text, false, or not a number. */
        EMPTY,
        /** The document has nothing under the top-level name, so that a merge keeps what another document has. */
        ABSENT;

        @Override
        public String text() {
            return "";
        }

        @Override
        public List<CellValue> items() {
            return List.of();
        }

        @Override
        public boolean isEmpty() {
            return true;
        }
    }

    /** A number. */
    sealed interface Numeric extends CellValue {
        Number number();

        @Override
        default String text() {
            return number().toString();
        }

        @Override
        default OptionalDouble measure() {
            return OptionalDouble.of(number().doubleValue());
        }
    }

    record Whole(long value) implements Numeric {
        @Override
        public Number number() {
            return value;
        }
    }

    /** A number with decimals, or infinity. */
    record Decimal(double value) implements Numeric {
        @Override
        public Number number() {
            return value;
        }
    }

    record Text(String text) implements CellValue {
        @Override
        public OptionalDouble measure() {
            return NumberText.number(text).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        }
    }

    /** A switch that is on; one that is off is an empty cell. */
    enum Flag implements CellValue {
        TRUE;

        @Override
        public String text() {
            return "true";
        }
    }

    /** A moment in the zone of the pages. */
    record Moment(LocalDateTime date) implements CellValue {
        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public OptionalDouble measure() {
            return OptionalDouble.of((double) date.toEpochSecond(ZoneOffset.UTC));
        }
    }

    /** A sorted list, none of whose members is empty. */
    record Several(List<CellValue> items) implements CellValue {
        public Several {
            items = List.copyOf(items);
        }

        @Override
        public String text() {
            return items.stream().map(CellValue::text).toList().toString();
        }

        @Override
        public OptionalDouble measure() {
            return OptionalDouble.of(items.size());
        }
    }

    /** A text that is sorted, compared and measured as another value of its row. */
    record Labelled(CellValue order, String text) implements CellValue {
        @Override
        public OptionalDouble measure() {
            return order.measure();
        }
    }

    /** A text of the API that pages say in other words; exports, sorts and filters take it as it is, be it empty. */
    record Reworded(String text, String said) implements CellValue {
        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /** The lanes of a run, each as a square. */
    record Lanes(List<LaneSquare> squares) implements CellValue {
        public Lanes {
            squares = List.copyOf(squares);
        }

        @Override
        public String text() {
            return String.join("; ", squares.stream().map(LaneSquare::words).toList());
        }

        @Override
        public boolean isEmpty() {
            return squares.isEmpty();
        }
    }

    /** The samples that are in a status, and when the last of them came into it. */
    record InStatus(List<CellValue> items, Optional<LocalDateTime> since) implements CellValue {
        public InStatus {
            items = List.copyOf(items);
        }

        @Override
        public String text() {
            return String.join(", ", items.stream().map(CellValue::text).toList());
        }

        @Override
        public OptionalDouble measure() {
            return OptionalDouble.of(items.size());
        }

        Optional<Long> days(LocalDateTime now) {
            return since.map(date -> ChronoUnit.DAYS.between(date, now));
        }
    }
}
