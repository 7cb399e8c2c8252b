package org.egcg.reporting.web.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * A metric of lanes over the days of their runs. DailyLanes are numbers, counted from 1 January 1970; runs stand in a list of
 * their own, and points name them by their place in it.
 */
public final class LaneChart {

    private final Plot plot;
    private final String about;
    private final Optional<CalendarInterval> bin;
    private final List<DailyLanes> groups;
    private final Map<String, Integer> runs = new LinkedHashMap<>();
    private final BsonArray series = new BsonArray();

    /**
     * @param about stands before the name of a series where something about it is said, such as {@code lane_number}
     * @param lanes all of them with a value
     */
    public LaneChart(Plot plot, String about, List<Lane> lanes) {
        this.plot = plot;
        this.about = about;
        this.bin = plot == Plot.BOX ? Bins.of(lanes) : Optional.empty();
        this.groups = DailyLanes.byGroup(bin.map(span -> Bins.binned(lanes, span)).orElse(lanes));
    }

    /** {@code series}, {@code runs} and {@code decimals}: all that is to be drawn. */
    public BsonDocument document() {
        groups.forEach(this::draw);
        double[] values = groups.stream()
                .flatMap(group -> group.all().stream())
                .mapToDouble(Lane::value)
                .toArray();
        return new BsonDocument("series", series)
                .append(
                        "runs",
                        new BsonArray(
                                runs.keySet().stream().map(BsonString::new).toList()))
                .append("bin", new BsonString(bin.map(CalendarInterval::word).orElse("")))
                .append("decimals", new BsonInt32(values.length == 0 ? 0 : Decimals.of(values)));
    }

    private void draw(DailyLanes group) {
        int main = series.size();
        series.add(plot.single() ? points(group) : plot == Plot.BOX ? boxes(group) : means(group));
        if (plot.span() > 0) {
            series.add(smooth(group).append("of", new BsonInt32(main)));
        }
    }

    private BsonDocument begun(DailyLanes group, String kind) {
        return new BsonDocument("name", new BsonString(group.group()))
                .append("kind", new BsonString(kind))
                .append("tip", new BsonString(about.isEmpty() ? group.group() : about + " " + group.group()))
                .append("lanes", new BsonInt32(group.all().size()));
    }

    private BsonDocument points(DailyLanes group) {
        BsonDocument points = begun(group, "points");
        List<Lane> lanes = group.all();
        return points.append("x", array(lanes, lane -> day(lane.day())))
                .append("y", array(lanes, lane -> new BsonDouble(lane.value())))
                .append("run", array(lanes, lane -> run(lane.run())))
                .append("id", array(lanes, LaneChart::tail));
    }

    private BsonDocument boxes(DailyLanes group) {
        BsonDocument drawn = perDay(group, "boxes");
        List<List<Lane>> days = List.copyOf(group.lanes().values());
        List<Box> boxes =
                days.stream().map(lanes -> Box.of(DailyLanes.values(lanes))).toList();
        BsonArray outliers = new BsonArray();
        for (int i = 0; i < days.size(); i++) {
            BsonInt32 place = new BsonInt32(i);
            Box box = boxes.get(i);
            days.get(i).stream()
                    .filter(lane -> box.leavesOut(lane.value()))
                    .forEach(lane -> outliers.add(
                            new BsonArray(List.of(place, new BsonDouble(lane.value()), run(lane.run()), tail(lane)))));
        }
        return drawn.append("box", array(boxes, LaneChart::numbers)).append("outliers", outliers);
    }

    static BsonArray numbers(Box box) {
        return new BsonArray(List.of(
                new BsonDouble(box.low()),
                new BsonDouble(box.lower()),
                new BsonDouble(box.median()),
                new BsonDouble(box.upper()),
                new BsonDouble(box.high())));
    }

    private BsonDocument means(DailyLanes group) {
        return perDay(group, "means")
                .append("y", array(group.lanes().values(), lanes -> new BsonDouble(DailyLanes.mean(lanes))))
                .append("line", BsonBoolean.valueOf(plot == Plot.MEAN));
    }

    private BsonDocument perDay(DailyLanes group, String kind) {
        return begun(group, kind)
                .append("x", array(group.lanes().keySet(), LaneChart::day))
                .append("n", array(group.lanes().values(), lanes -> new BsonInt32(lanes.size())))
                .append("run", array(group.lanes().values(), lanes -> run(DailyLanes.run(lanes))));
    }

    private BsonDocument smooth(DailyLanes group) {
        TreeMap<LocalDate, Double> fitted = group.smooth(plot);
        return new BsonDocument("name", new BsonString("smooth " + group.group()))
                .append("kind", new BsonString("smooth"))
                .append("x", array(fitted.keySet(), LaneChart::day))
                .append("y", array(fitted.values(), BsonDouble::new));
    }

    private static <T> BsonArray array(Iterable<T> things, java.util.function.Function<T, BsonValue> value) {
        List<BsonValue> values = new ArrayList<>();
        things.forEach(thing -> values.add(value.apply(thing)));
        return new BsonArray(values);
    }

    private static BsonInt32 day(LocalDate day) {
        return new BsonInt32((int) day.toEpochDay());
    }

    private BsonInt32 run(String run) {
        return new BsonInt32(run == null ? -1 : runs.computeIfAbsent(run, name -> runs.size()));
    }

    /** A lane's name without that of its run where it begins with it, for thousands of them are sent. */
    private static BsonString tail(Lane lane) {
        return new BsonString(
                lane.id().startsWith(lane.run() + "_")
                        ? lane.id().substring(lane.run().length())
                        : lane.id());
    }

    /** What is drawn as rows of a table, a row for each series and day. */
    public List<BsonDocument> rows() {
        List<BsonDocument> rows = new ArrayList<>();
        for (DailyLanes group : groups) {
            TreeMap<LocalDate, Double> fitted = plot.span() > 0 ? group.smooth(plot) : new TreeMap<>();
            group.lanes().forEach((day, lanes) -> rows.add(row(group.group(), day, lanes, fitted.get(day))));
        }
        return rows;
    }

    private BsonDocument row(String group, LocalDate day, List<Lane> lanes, Double fitted) {
        BsonDocument row = new BsonDocument("key", new BsonString(day + " " + group))
                .append("date", new BsonString(day.toString()))
                .append("group", new BsonString(group))
                .append("lanes", new BsonInt32(lanes.size()));
        if (plot == Plot.BOX) {
            withBox(row, Box.of(DailyLanes.values(lanes)));
        } else if (!plot.single()) {
            row.append("mean", new BsonDouble(DailyLanes.mean(lanes)));
        }
        return fitted == null ? row : row.append("smooth", new BsonDouble(fitted));
    }

    static BsonDocument withBox(BsonDocument row, Box box) {
        return row.append("low", new BsonDouble(box.low()))
                .append("lower", new BsonDouble(box.lower()))
                .append("median", new BsonDouble(box.median()))
                .append("upper", new BsonDouble(box.upper()))
                .append("high", new BsonDouble(box.high()))
                .append("outliers", new BsonInt32(box.outliers().size()));
    }
}
