package org.egcg.reporting.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.egcg.reporting.web.table.Distribution;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Quantity;
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
    private static final double LETTER = 10;

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
     * Where the letter of a thing stands in the drawing of all rows.
     *
     * @param of where the thing itself does
     */
    public record Place(double at, String letter, double of) {}

    /** Where the letters of the things stand among all rows, from the least on: beside each other where they would cover each other. */
    public List<Place> places() {
        List<Near> groups = new ArrayList<>();
        IntStream.range(0, values.size())
                .filter(thing -> values.get(thing).placed())
                .boxed()
                .sorted(Comparator.comparing(thing -> values.get(thing).place()))
                .forEach(thing -> put(groups, new Near(values.get(thing).place(), List.of(thing))));
        return groups.stream().flatMap(this::places).toList();
    }

    private Stream<Place> places(Near group) {
        return IntStream.range(0, group.things().size()).mapToObj(at -> {
            int thing = group.things().get(at);
            return new Place(group.place(at), letter(thing), values.get(thing).place());
        });
    }

    private static void put(List<Near> groups, Near group) {
        Near next = group;
        while (!groups.isEmpty() && groups.get(groups.size() - 1).end() > next.start()) {
            next = groups.remove(groups.size() - 1).with(next);
        }
        groups.add(next);
    }

    /** Letters beside each other, and the middle of where they belong. */
    private record Near(double middle, List<Integer> things) {

        double start() {
            return middle - LETTER * things.size() / 2;
        }

        double end() {
            return middle + LETTER * things.size() / 2;
        }

        Near with(Near next) {
            int all = things.size() + next.things.size();
            return new Near(
                    (middle * things.size() + next.middle * next.things.size()) / all,
                    Stream.concat(things.stream(), next.things.stream()).toList());
        }

        double place(int at) {
            return Math.round(10 * (start() + LETTER * (at + 0.5))) / 10.0;
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
        return "%s from %s to %s"
                .formatted(
                        Quantity.count(all.size(), "value"),
                        Kind.TEXT.text(all.least()),
                        Kind.TEXT.text(all.greatest()));
    }
}
