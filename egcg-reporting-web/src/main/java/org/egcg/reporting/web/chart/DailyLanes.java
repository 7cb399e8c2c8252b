package org.egcg.reporting.web.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Mean;

/** The lanes of one series, day by day. */
record DailyLanes(String group, TreeMap<LocalDate, List<Lane>> lanes) {

    /** A series for each group, in the order of their names. */
    static List<DailyLanes> byGroup(List<Lane> lanes) {
        Map<String, Map<LocalDate, List<Lane>>> groups = new HashMap<>();
        lanes.forEach(lane -> groups.computeIfAbsent(lane.group(), group -> new HashMap<>())
                .computeIfAbsent(lane.day(), day -> new ArrayList<>())
                .add(lane));
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> inOrder(group.getKey(), group.getValue()))
                .toList();
    }

    private static DailyLanes inOrder(String group, Map<LocalDate, List<Lane>> lanes) {
        lanes.values().forEach(day -> day.sort(Comparator.comparing(Lane::id)));
        return new DailyLanes(group, new TreeMap<>(lanes));
    }

    /** All lanes, from the first day to the last. */
    List<Lane> all() {
        return lanes.values().stream().flatMap(List::stream).toList();
    }

    static double[] values(List<Lane> lanes) {
        return lanes.stream().mapToDouble(Lane::value).toArray();
    }

    static double mean(List<Lane> lanes) {
        return Mean.of(values(lanes)).getAsDouble();
    }

    /** The run of some lanes; null if they are of several. */
    static String run(List<Lane> lanes) {
        String first = lanes.get(0).run();
        return lanes.stream().allMatch(lane -> lane.run().equals(first)) ? first : null;
    }

    /** What local regression makes of the points that a plot shows, by day. */
    TreeMap<LocalDate, Double> smooth(Plot plot) {
        boolean single = plot.single();
        List<Lane> all = all();
        double[] x = single
                ? all.stream().mapToDouble(lane -> lane.day().toEpochDay()).toArray()
                : lanes.keySet().stream().mapToDouble(LocalDate::toEpochDay).toArray();
        double[] y = single
                ? values(all)
                : lanes.values().stream().mapToDouble(DailyLanes::mean).toArray();
        TreeMap<LocalDate, Double> fitted = new TreeMap<>();
        Loess.fit(x, y, plot.span()).forEach((day, value) -> fitted.put(LocalDate.ofEpochDay(day.longValue()), value));
        return fitted;
    }
}
