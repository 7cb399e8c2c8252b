package org.egcg.reporting.web.home;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Something that needs attention.
 *
 * @param count how many things it is
 * @param oldest how long the longest of them has waited
 * @param items the first of them
 * @param href the table of all of them
 */
public record Line(
        Urgency urgency, int count, String heading, String sentence, Duration oldest, List<Item> items, String href) {

    /** Most urgent first; of the equally urgent, the one that has waited longest. */
    static final Comparator<Line> BY_URGENCY =
            Comparator.comparing(Line::urgency).thenComparing(Line::oldest, Comparator.reverseOrder());

    static final int SHOWN = 4;

    public Line {
        items = List.copyOf(items);
    }

    /** The heading beside the number: of one thing it is singular. */
    public String title() {
        return count == 1 ? heading.replaceFirst("^(\\w+)s\\b", "$1").replace(" their ", " its ") : heading;
    }
}
