package org.egcg.reporting.web.chart;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;
import org.egcg.reporting.review.Comparison;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.web.table.Quantity;

/** The lines of the limits that hold for lanes of a chart: one, or one for each series or kind of lanes where they differ. */
public final class LimitLines {

    private static final int NAMED = 3;

    private final List<Lane> lanes;

    public LimitLines(List<Lane> lanes) {
        this.lanes = lanes;
    }

    /** A limit as it is drawn. */
    private record Line(double value, boolean least, String when, String unit) {

        static Line of(Finding finding) {
            return new Line(
                    finding.bound().asNumber().doubleValue(),
                    finding.threshold().comparison() == Comparison.AT_LEAST,
                    finding.threshold().when().words(),
                    finding.threshold().unit());
        }

        BsonDocument document(String label) {
            return new BsonDocument("value", new BsonDouble(value))
                    .append("least", BsonBoolean.valueOf(least))
                    .append("label", new BsonString(label));
        }

        String words() {
            return "review: " + (least ? "at least " : "at most ") + Quantity.bound(value, unit);
        }
    }

    /** Value, side and label of each line, and where they differ the series with lanes that it holds for. */
    public BsonArray document() {
        Map<Line, Set<String>> lines =
                new TreeMap<>(Comparator.comparingDouble(Line::value).thenComparing(Line::when));
        lanes.forEach(lane -> lane.judged()
                .filter(finding -> finding.bound().isNumber())
                .ifPresent(finding -> lines.computeIfAbsent(Line.of(finding), first -> new TreeSet<>())
                        .add(lane.group())));
        boolean same = lines.keySet().stream().map(Line::value).distinct().count() == 1;
        if (same) {
            Line only = lines.keySet().iterator().next();
            return new BsonArray(List.of(only.document(only.words())));
        }
        boolean bySeries = lines.values().stream().mapToInt(Set::size).sum()
                == lines.values().stream().flatMap(Set::stream).distinct().count();
        int most = most(lines.values());
        return new BsonArray(lines.entrySet().stream()
                .map(line -> line.getKey()
                        .document(line.getKey().words() + " (" + about(line.getKey(), line.getValue(), bySeries, most)
                                + ")")
                        .append(
                                "series",
                                new BsonArray(line.getValue().stream()
                                        .map(BsonString::new)
                                        .toList())))
                .collect(Collectors.toList()));
    }

    /** For how many series the line holds that holds for most; none if two hold for as many. */
    private static int most(Collection<Set<String>> series) {
        int most = series.stream().mapToInt(Set::size).max().orElse(0);
        return series.stream().filter(each -> each.size() == most).count() == 1 ? most : 0;
    }

    /** Of the line that holds for most series not all of them are named. */
    private static String about(Line line, Set<String> groups, boolean bySeries, int most) {
        if (!bySeries) {
            return line.when().isEmpty() ? "others" : line.when();
        }
        String named = groups.stream().limit(NAMED).collect(Collectors.joining(", "));
        return groups.size() <= NAMED ? named : groups.size() == most ? "all others" : named + " …";
    }
}
