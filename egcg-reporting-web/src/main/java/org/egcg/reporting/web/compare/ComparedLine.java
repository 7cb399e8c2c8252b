package org.egcg.reporting.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.egcg.reporting.web.table.Distribution;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Verdicts;

/**
 * What all things have in one column of their table.
 *
 * @param group the heading above neighbouring columns; empty text for none
 * @param help what the column means; empty text if nothing says so
 * @param states whether the values are verdicts and other states, which have signs
 * @param numeric whether they are numbers, which stand at the right
 * @param values in the order of the things
 * @param others how all rows spread
 */
public record ComparedLine(
        String group,
        String name,
        String unit,
        String help,
        boolean states,
        boolean numeric,
        List<Compared> values,
        Optional<Distribution> others) {

    /** How wide a letter is in the drawing of all rows. */
    private static final double LETTER = 9;

    public ComparedLine {
        values = List.copyOf(values);
    }

    /** Whether any of the things differs from the first one. */
    public boolean differs() {
        return values.stream().anyMatch(Compared::apart);
    }

    /** Whether any of the things has a value. */
    public boolean filled() {
        return values.stream().anyMatch(value -> !value.text().equals(Compared.NONE));
    }

    public boolean spread() {
        return others.isPresent();
    }

    /** How all rows spread; only where they do. */
    public Distribution distribution() {
        return others.orElseThrow();
    }

    /**
     * What stands at a place in the drawing of all rows.
     *
     * @param letters the things that stand there, or so near that their letters would cover each other
     */
    public record Place(double at, String letters) {}

    /** Where the things stand among all rows, from the least on. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        IntStream.range(0, values.size())
                .filter(thing -> values.get(thing).placed())
                .boxed()
                .sorted(Comparator.comparing(thing -> values.get(thing).place()))
                .forEach(thing -> put(places, values.get(thing).place(), letter(thing)));
        return places;
    }

    private static void put(List<Place> places, double at, String letter) {
        int last = places.size() - 1;
        if (last >= 0 && at - places.get(last).at() < LETTER) {
            places.set(last, new Place(places.get(last).at(), places.get(last).letters() + letter));
        } else {
            places.add(new Place(at, letter));
        }
    }

    /** What a thing is called in drawings. */
    public static String letter(int thing) {
        return String.valueOf((char) ('A' + thing));
    }

    /** The style of a state. */
    public String style(String state) {
        return Verdicts.style(state);
    }

    /** The places of the values, in words for those who do not see the drawing. */
    public String words() {
        Distribution all = distribution();
        return "%,d values from %s to %s"
                .formatted(all.size(), Kind.TEXT.text(all.least()), Kind.TEXT.text(all.greatest()));
    }
}
