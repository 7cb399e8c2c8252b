package org.egcg.reporting.web.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a column's cells must be like. Each is spelled as a short text in an address. */
public sealed interface Filter {

    /** The filter as an address spells it; {@link #parse} reads it back. */
    String spelled();

    /** The filter after the column's heading, in words. */
    String words();

    boolean accepts(Row row, int column, Column definition);

    /** Whether it can be meant of a column: what compares, compares what the column has. */
    default boolean suits(Column column) {
        return true;
    }

    /** Reads a filter of a column; empty if the text says nothing, or nothing that can be meant of that column. */
    static Optional<Filter> parse(String text, Column column) {
        return parse(text).filter(filter -> filter.suits(column));
    }

    /** Reads a filter; empty if the text says nothing. */
    static Optional<Filter> parse(String text) {
        String spelled = text.strip();
        if (spelled.isEmpty()) {
            return Optional.empty();
        }
        for (State state : State.values()) {
            if (state.spelled().equals(spelled)) {
                return Optional.of(state);
            }
        }
        if (spelled.contains(AnyOf.OR)) {
            return AnyOf.parse(spelled);
        }
        if (spelled.startsWith(Not.SIGN)) {
            return parse(spelled.substring(1)).map(Not::new);
        }
        if (spelled.startsWith("~")) {
            return Optional.of(new Contains(spelled.substring(1)));
        }
        return comparison(spelled).or(() -> range(spelled)).or(() -> Optional.of(OneOf.of(spelled)));
    }

    private static Optional<Filter> comparison(String spelled) {
        for (Comparison comparison :
                List.of(Comparison.AT_MOST, Comparison.AT_LEAST, Comparison.BELOW, Comparison.ABOVE)) {
            if (spelled.startsWith(comparison.sign)) {
                String bound = spelled.substring(comparison.sign.length()).strip();
                return Bound.parse(bound).map(found -> new Compared(comparison, found));
            }
        }
        return Optional.empty();
    }

    private static Optional<Filter> range(String spelled) {
        int dots = spelled.indexOf("..");
        if (dots < 0) {
            return Optional.empty();
        }
        Optional<Bound> from = Bound.parse(spelled.substring(0, dots).strip());
        Optional<Bound> to = Bound.parse(spelled.substring(dots + 2).strip());
        return from.isPresent() && to.isPresent() ? Optional.of(new Between(from.get(), to.get())) : Optional.empty();
    }

    /** What the other condition does not accept. */
    record Not(Filter other) implements Filter {

        private static final String SIGN = "!";

        @Override
        public String spelled() {
            return SIGN + other.spelled();
        }

        @Override
        public String words() {
            return "not " + other.words();
        }

        @Override
        public boolean accepts(Row row, int column, Column definition) {
            return !other.accepts(row, column, definition);
        }

        @Override
        public boolean suits(Column column) {
            return other.suits(column);
        }
    }

    /** What at least one of several conditions accepts. */
    record AnyOf(List<Filter> members) implements Filter {

        private static final String OR = "||";

        public AnyOf {
            members = List.copyOf(members);
        }

        private static Optional<Filter> parse(String spelled) {
            List<Filter> members = Arrays.stream(spelled.split("\\|\\|"))
                    .flatMap(member -> Filter.parse(member).stream())
                    .toList();
            return members.size() > 1
                    ? Optional.of(new AnyOf(members))
                    : members.stream().findFirst();
        }

        @Override
        public String spelled() {
            return String.join(OR, members.stream().map(Filter::spelled).toList());
        }

        @Override
        public String words() {
            return String.join(" or ", members.stream().map(Filter::words).toList());
        }

        @Override
        public boolean accepts(Row row, int column, Column definition) {
            return members.stream().anyMatch(member -> member.accepts(row, column, definition));
        }

        @Override
        public boolean suits(Column column) {
            return members.stream().allMatch(member -> member.suits(column));
        }
    }

    /** Conditions that need no value. */
    enum State implements Filter {
        EMPTY("!empty", "is empty") {
            @Override
            public boolean accepts(Row row, int column, Column definition) {
                return row.value(column).isEmpty();
            }
        },
        FILLED("!filled", "is not empty") {
            @Override
            public boolean accepts(Row row, int column, Column definition) {
                return !row.value(column).isEmpty();
            }
        },
        OUTSIDE("!outside", "is outside its limit") {
            @Override
            public boolean accepts(Row row, int column, Column definition) {
                return row.crossed(column).isPresent();
            }
        };

        private final String spelled;
        private final String words;

        State(String spelled, String words) {
            this.spelled = spelled;
            this.words = words;
        }

        @Override
        public String spelled() {
            return spelled;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /**
     * A number or a day to compare with.
     *
     * @param number of a day, how many days it is after the first of 1970
     */
    record Bound(String text, double number, boolean isDay) {

        static Optional<Bound> parse(String text) {
            String bare = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
            return NumberText.number(bare.replace(",", ""))
                    .map(number -> new Bound(text, number, false))
                    .or(() -> day(text));
        }

        private static Optional<Bound> day(String text) {
            try {
                return Optional.of(new Bound(text, LocalDate.parse(text).toEpochDay(), true));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }

        /** Any can be compared with text, of which some are numbers. */
        private boolean suits(Column column) {
            return switch (column.comparison()) {
                case "number" -> !isDay;
                case "date" -> isDay;
                default -> true;
            };
        }
    }

    enum Comparison {
        BELOW("<", " < "),
        AT_MOST("<=", " ≤ "),
        ABOVE(">", " > "),
        AT_LEAST(">=", " ≥ ");

        private final String sign;
        private final String words;

        Comparison(String sign, String words) {
            this.sign = sign;
            this.words = words;
        }

        boolean holds(double value, double bound) {
            return switch (this) {
                case BELOW -> value < bound;
                case AT_MOST -> value <= bound;
                case ABOVE -> value > bound;
                case AT_LEAST -> value >= bound;
            };
        }
    }

    /** Compares numbers as shown (a share in percent) and dates by their day. */
    private static boolean measured(Row row, int column, Column definition, DoublePredicate holds) {
        CellValue value = row.value(column);
        if (value instanceof CellValue.InStatus
                || (value instanceof CellValue.Several && definition.format().count())) {
            return holds.test(value.measure().orElseThrow());
        }
        return value.items().stream()
                .map(item -> measure(item, definition))
                .anyMatch(number -> number.isPresent() && holds.test(number.getAsDouble()));
    }

    /** A number as shown (a share in percent), or the day of a date as its number since 1970. */
    static OptionalDouble measure(CellValue item, Column definition) {
        if (item instanceof CellValue.Moment moment) {
            return OptionalDouble.of((double) moment.date().toLocalDate().toEpochDay());
        }
        OptionalDouble number = item.measure();
        return number.isPresent() && definition.format().kind() == Kind.RATIO_PERCENTAGE
                ? OptionalDouble.of(number.getAsDouble() * 100)
                : number;
    }

    record Compared(Comparison comparison, Bound bound) implements Filter {
        @Override
        public String spelled() {
            return comparison.sign + bound.text();
        }

        @Override
        public String words() {
            return comparison.words.strip() + " " + bound.text();
        }

        @Override
        public boolean accepts(Row row, int column, Column definition) {
            return measured(row, column, definition, value -> comparison.holds(value, bound.number()));
        }

        @Override
        public boolean suits(Column column) {
            return bound.suits(column);
        }
    }

    record Between(Bound from, Bound to) implements Filter {
        @Override
        public String spelled() {
            return from.text() + ".." + to.text();
        }

        @Override
        public String words() {
            return "from " + from.text() + " to " + to.text();
        }

        @Override
        public boolean accepts(Row row, int column, Column definition) {
            return measured(row, column, definition, value -> value >= from.number() && value <= to.number());
        }

        @Override
        public boolean suits(Column column) {
            return from.suits(column) && to.suits(column);
        }
    }

    /** Some item contains the text, ignoring case. */
    record Contains(String text) implements Filter {
        @Override
        public String spelled() {
            return "~" + text;
        }

        @Override
        public String words() {
            return "contains “" + text + "”";
        }

        @Override
        public boolean accepts(Row row, int column, Column definition) {
            String sought = text.toLowerCase(Locale.ROOT);
            return row.value(column).items().stream()
                    .map(item -> definition.format().kind().text(item) + "\n" + item.text())
                    .anyMatch(shown -> shown.toLowerCase(Locale.ROOT).contains(sought));
        }
    }

    /** Some item, or how many there are where a cell shows that, is one of the values, ignoring case. */
    record OneOf(List<String> values, Set<String> folded) implements Filter {

        private static final int NAMED = 3;
        private static final Pattern COMPARISON = Pattern.compile("[<>].*|.*\\.\\..*");

        static OneOf of(String spelled) {
            return of(Arrays.stream(spelled.split("\\|"))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList());
        }

        static OneOf of(List<String> values) {
            Set<String> folded = new LinkedHashSet<>();
            values.forEach(value -> folded.add(value.toLowerCase(Locale.ROOT)));
            return new OneOf(List.copyOf(values), folded);
        }

        @Override
        public String spelled() {
            return String.join("|", values);
        }

        @Override
        public String words() {
            String named = String.join(", ", values.subList(0, Math.min(NAMED, values.size())));
            return values.size() <= NAMED ? named : named + " and " + Quantity.count(values.size() - NAMED) + " more";
        }

        /** Those of the values that no row has. */
        List<String> lackedBy(List<Row> rows, int column, Column definition) {
            Set<String> present = new HashSet<>();
            rows.forEach(row -> row.value(column).items().forEach(item -> {
                present.add(item.text().toLowerCase(Locale.ROOT));
                present.add(definition.format().kind().text(item).toLowerCase(Locale.ROOT));
            }));
            return values.stream()
                    .filter(value -> !present.contains(value.toLowerCase(Locale.ROOT)))
                    .toList();
        }

        @Override
        public boolean accepts(Row row, int column, Column definition) {
            CellValue value = row.value(column);
            return Stream.concat(
                            value.items().stream().map(CellValue::text),
                            Stream.concat(
                                    definition.shown(value).keySet().stream(),
                                    value.items().stream()
                                            .map(definition.format().kind()::text)))
                    .anyMatch(text -> folded.contains(text.toLowerCase(Locale.ROOT)));
        }

        /** Numbers and days can be asked for in words, as some cells have; not by a comparison that names no bound. */
        @Override
        public boolean suits(Column column) {
            return column.comparison().equals("text")
                    || values.stream()
                            .anyMatch(value -> !COMPARISON.matcher(value).matches());
        }
    }
}
