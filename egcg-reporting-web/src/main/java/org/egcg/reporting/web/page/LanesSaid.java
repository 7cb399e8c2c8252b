package org.egcg.reporting.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.egcg.reporting.web.table.Verdicts;

/**
 * What the head of a run says of one of its lanes, or of all that stand alike.
 *
 * @param words such as {@code lane 4 fails}
 * @param style that of the verdict
 * @param why what it does not pass by; empty text of several lanes, and of what passes
 * @param href where a single lane is shown; empty text of several
 */
public record LanesSaid(String words, String style, String why, String href) {

    /** More lanes of one verdict are counted. */
    private static final int NAMED = 2;

    /** What needs attention first. */
    static List<LanesSaid> of(List<LaneTile> lanes) {
        List<LanesSaid> said = new ArrayList<>();
        lanes.stream()
                .collect(Collectors.groupingBy(lane -> lane.verdict().word(), TreeMap::new, Collectors.toList()))
                .forEach((word, alike) -> said.addAll(alike(word, alike)));
        said.sort(Comparator.comparing(LanesSaid::style, Verdicts.worstFirst()));
        return List.copyOf(said);
    }

    private static List<LanesSaid> alike(String word, List<LaneTile> lanes) {
        if (word.equals("pass") || lanes.size() > NAMED) {
            String noun = lanes.size() == 1 ? " lane " : " lanes ";
            return List.of(new LanesSaid(
                    lanes.size() + noun + does(word, lanes.size()), lanes.get(0).style(), "", ""));
        }
        return lanes.stream()
                .map(lane -> new LanesSaid(
                        "lane " + lane.number() + " " + does(word, 1), lane.style(), lane.reasons(), lane.href()))
                .toList();
    }

    private static String does(String word, int lanes) {
        return switch (word) {
            case "pass" -> lanes == 1 ? "passes" : "pass";
            case "fail" -> lanes == 1 ? "fails" : "fail";
            case "warn" -> lanes == 1 ? "warns" : "warn";
            default -> lanes == 1 ? "has " + word : "have " + word;
        };
    }
}
