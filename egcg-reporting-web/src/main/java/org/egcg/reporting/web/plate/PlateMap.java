package org.egcg.reporting.web.plate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.bson.BsonValue;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.web.table.CellMark;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.Verdicts;

/**
 * A plate seen from above, painted by one metric. Wells without a row are empty; a well may hold several samples; samples
 * that the LIMS puts into no well of the plate are listed beside it. Immutable.
 */
public final class PlateMap {

    private static final String LOCATION = "location";
    private static final String SAMPLE = "sample_id";
    /** Whole numbers that reach less far are parted into whole numbers. */
    private static final double FEW = 1000;
    /** Numbers from here on are written with k, M or G. */
    private static final double LARGE = 10_000;

    private final PlateSize size;
    private final Optional<Metric> metric;
    private final List<Column> all;
    private final Map<WellPosition, List<Occupant>> wells = new LinkedHashMap<>();
    private final List<String> nowhere = new ArrayList<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<WellPosition, Double> measured = new LinkedHashMap<>();
    private final Optional<Scale> scale;
    private final boolean whole;
    private final int decimals;
    private final String limit;

    private PlateMap(PlateSize usual, Rows rows, Optional<Column> column, List<Column> all) {
        Map<Row, WellPosition> places = new LinkedHashMap<>();
        rows.rows().forEach(row -> place(row).ifPresent(place -> places.put(row, place)));
        this.size = usual.holding(places.values());
        this.metric = column.map(Metric::new);
        this.all = List.copyOf(all);
        List<Double> numbers = numbers(rows);
        this.scale = numbers.isEmpty() ? Optional.empty() : Optional.of(Scale.of(numbers, bound(rows)));
        this.whole = numbers.stream().allMatch(number -> number == Math.rint(number));
        this.decimals = numbers.stream().mapToInt(Metric::decimals).max().orElse(0);
        this.limit = limit(rows);
        List<Row> read = rows.rows().stream()
                .sorted(Comparator.comparing(places::get, Comparator.nullsLast(WellPosition.AS_READ)))
                .toList();
        if (metric.filter(Metric::isCategory).isPresent()) {
            read.forEach(row -> count(metric.orElseThrow().text(row)));
        }
        for (Row row : read) {
            Optional<WellPosition> place = Optional.ofNullable(places.get(row)).filter(size::holds);
            if (place.isPresent()) {
                wells.computeIfAbsent(place.get(), empty -> new ArrayList<>(1)).add(occupant(row, place.get()));
                metric.filter(chosen -> !chosen.isCategory())
                        .map(chosen -> chosen.number(row))
                        .ifPresent(number -> number.ifPresent(
                                value -> measured.merge(place.get(), value, (one, other) -> (one + other) / 2)));
            } else {
                nowhere.add(sample(row));
            }
        }
    }

    /**
     * The map of a plate.
     *
     * @param usual the format that such plates have; a larger one is drawn if the rows need it
     * @param rows those of the plate's table, with the columns {@code sample_id} and {@code location}
     * @param metric what the wells are painted by, if anything
     * @param all the metrics that are listed of a single well
     */
    public static PlateMap of(PlateSize usual, Rows rows, Optional<Column> metric, List<Column> all) {
        return new PlateMap(usual, rows, metric, all);
    }

    private String limit(Rows rows) {
        List<String> limits = metric.stream()
                .flatMap(chosen -> rows.rows().stream()
                        .map(row -> row.limit(chosen.column().id())))
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
        return limits.size() > 1 ? "each sample has its own" : limits.isEmpty() ? "" : limits.get(0);
    }

    private static Optional<WellPosition> place(Row row) {
        return WellPosition.parse(row.value(LOCATION).text());
    }

    private static String sample(Row row) {
        return row.value(SAMPLE).text();
    }

    private List<Double> numbers(Rows rows) {
        return metric.filter(chosen -> !chosen.isCategory()).stream()
                .flatMap(chosen -> rows.rows().stream().map(chosen::number))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
    }

    /** The limit of the metric, if it is the same for all wells. */
    private OptionalDouble bound(Rows rows) {
        double[] bounds = rows.rows().stream()
                .flatMap(row -> row.finding(metric.orElseThrow().column().id()).stream())
                .map(Finding::bound)
                .filter(BsonValue::isNumber)
                .mapToDouble(number -> number.asNumber().doubleValue())
                .distinct()
                .toArray();
        return bounds.length == 1 ? OptionalDouble.of(bounds[0]) : OptionalDouble.empty();
    }

    private void count(String value) {
        if (!value.isEmpty()) {
            Category known = categories.getOrDefault(value, new Category(value, categories.size(), 0));
            categories.put(value, new Category(value, known.place(), known.wells() + 1));
        }
    }

    private Occupant occupant(Row row, WellPosition place) {
        String value = metric.map(chosen -> chosen.text(row)).orElse("");
        Optional<CellMark> crossed = metric.flatMap(chosen -> chosen.crossed(row));
        List<String> failures = failures(row);
        String told = crossed.filter(mark -> mark.limit().isPresent())
                .map(mark -> row.shown(metric.orElseThrow().column().id()))
                .orElse(value);
        String side = crossed.map(CellMark::side).orElse(isFailure(value) || !failures.isEmpty() ? "bad" : "");
        String tip = "Sample: " + sample(row) + "\nWell: " + place
                + metric.map(chosen -> "\n" + chosen.column().title() + ": " + (told.isEmpty() ? "no value" : told))
                        .orElse("")
                + crossed.map(this::words).orElse("")
                + String.join("", failures);
        return new Occupant(sample(row), brief(row, value), told, style(row, value), side, tip, details(row));
    }

    /** Whether the word that a well is painted by says that something failed. */
    private boolean isFailure(String value) {
        return isCategory() && Verdicts.style(value).equals("fail");
    }

    /** What its well has failed by, whatever the plate is painted by: a line for each state that is not good. */
    private List<String> failures(Row row) {
        return all.stream()
                .filter(column -> column.format().kind() == Kind.STATE
                        && !metric.map(Metric::column).equals(Optional.of(column)))
                .map(column -> Map.entry(column.title(), new Metric(column).text(row)))
                .filter(state -> Verdicts.style(state.getValue()).equals("fail"))
                .map(state -> "\n✕ " + state.getKey() + ": " + state.getValue())
                .toList();
    }

    private String words(CellMark crossed) {
        return "\n" + crossed.sign() + " "
                + switch (crossed.side()) {
                    case "low" -> "below its limit: ";
                    case "high" -> "above its limit: ";
                    default -> "no value for its limit: ";
                }
                + crossed.bound();
    }

    private String brief(Row row, String value) {
        if (metric.isEmpty()) {
            return sample(row);
        }
        if (metric.get().isCategory()) {
            return value.isEmpty() ? "no value" : categories.get(value).number();
        }
        OptionalDouble number = metric.get().number(row);
        return number.isPresent() ? Metric.brief(number.getAsDouble(), decimals) : value.isEmpty() ? "no value" : value;
    }

    private String style(Row row, String value) {
        if (metric.isEmpty()) {
            return "used";
        }
        if (metric.get().isCategory()) {
            return value.isEmpty() ? "none" : categories.get(value).style();
        }
        OptionalDouble number = metric.get().number(row);
        return number.isPresent() ? "seq-" + scale.orElseThrow().step(number.getAsDouble()) : "none";
    }

    /** The look of a state that is decided, behind its word; else empty text. */
    private static String style(Column column, String text) {
        String style = Verdicts.style(text);
        return column.format().kind() == Kind.STATE && !style.equals("idle") ? "\t" + style : "";
    }

    private String details(Row row) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Sample", sample(row));
        for (Column column : all) {
            String text = new Metric(column).text(row);
            if (!text.isEmpty()) {
                lines.put(column.title(), text.replace('\n', ' ').replace('\t', ' ') + style(column, text));
            }
        }
        return String.join(
                "\n",
                lines.entrySet().stream()
                        .map(line -> line.getKey() + "\t" + line.getValue())
                        .toList());
    }

    public PlateSize size() {
        return size;
    }

    /** The samples in a well, in the order of the rows; none for an empty well. */
    List<Occupant> at(WellPosition place) {
        return List.copyOf(wells.getOrDefault(place, List.of()));
    }

    /** The heading of the metric; empty text if none is chosen. */
    public String title() {
        return metric.map(chosen -> chosen.column().title()).orElse("");
    }

    /** The limit of the metric in words; empty text if it has none. */
    public String limit() {
        return limit;
    }

    public boolean isCategory() {
        return metric.filter(Metric::isCategory).isPresent();
    }

    public List<Category> categories() {
        return List.copyOf(categories.values());
    }

    public int used() {
        return wells.size();
    }

    public int unused() {
        return size.wells() - wells.size();
    }

    /** In how many wells are several samples. */
    public long shared() {
        return wells.values().stream().filter(samples -> samples.size() > 1).count();
    }

    /** Of how many samples the metric says nothing. */
    public long without() {
        return metric.isEmpty() ? 0 : occupants("none");
    }

    private long occupants(String style) {
        return wells.values().stream()
                .flatMap(List::stream)
                .filter(occupant -> occupant.style().equals(style))
                .count();
    }

    /** How many samples have failed, whatever the plate is painted by. */
    public long failed() {
        return wells.values().stream()
                .flatMap(List::stream)
                .filter(occupant -> occupant.side().equals("bad"))
                .count();
    }

    /** How many samples are below their limit, or above it. */
    public long outside() {
        return wells.values().stream()
                .flatMap(List::stream)
                .filter(occupant ->
                        !occupant.side().isEmpty() && !occupant.side().equals("bad"))
                .count();
    }

    /** The samples that are in no well of this plate. */
    public List<String> nowhere() {
        return nowhere.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    /** The scale of numbers: style of each step to where it begins; nothing for words or without numbers. */
    public Map<String, String> steps() {
        Map<String, String> steps = new TreeMap<>();
        scale.ifPresent(numbers -> {
            double[] bounds = numbers.bounds();
            int most = DoubleStream.of(bounds).mapToInt(Metric::decimals).max().orElse(0);
            if (numbers.from() == numbers.to()) {
                steps.put("seq-" + numbers.step(numbers.lowest()), withUnit(Metric.brief(numbers.lowest())));
                return;
            }
            for (int step = 0; step < Scale.STEPS; step++) {
                String words = whole && numbers.to() - numbers.from() < FEW
                        ? numbers.wholeNumbers(step)
                        : Math.max(Math.abs(numbers.from()), Math.abs(numbers.to())) < LARGE
                                ? numbers.numbers(step)
                                : between(bounds[step], bounds[step + 1], most);
                if (!words.isEmpty()) {
                    steps.put("seq-" + step, withUnit(words));
                }
            }
        });
        return steps;
    }

    private String withUnit(String words) {
        Column column = metric.orElseThrow().column();
        return column.format().kind() == Kind.PERCENTAGE ? words + "%" : Quantity.with(words, column.unit());
    }

    private static String between(double from, double to, int decimals) {
        return Metric.brief(from, decimals) + " to " + Metric.brief(to, decimals);
    }

    /** What the places of the wells have to do with their values, in sentences; none for words. */
    public List<String> effects() {
        return measured.isEmpty() ? List.of() : new PositionEffects(size, measured).sentences();
    }

    public String lowest() {
        return scale.map(numbers -> metric.orElseThrow().text(numbers.lowest())).orElse("");
    }

    public String median() {
        return scale.map(numbers -> metric.orElseThrow().text(numbers.median())).orElse("");
    }

    public String highest() {
        return scale.map(numbers -> metric.orElseThrow().text(numbers.highest()))
                .orElse("");
    }
}
