package org.egcg.reporting.web.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of all things that can be found, in lower case and one after the other, so that a text anywhere in them is
 * found in one go. Immutable once it is built.
 */
final class NameIndex {

    private static final char END = '\n';

    private final Map<String, Names> kinds = new LinkedHashMap<>();
    private final Instant asOf = Instant.now();

    /** The names of one kind of things: one text with an end after each, and where the ends are. */
    private static final class Names {
        private final String text;
        private final int[] ends;
        private final List<Found> things;

        private Names(String text, int[] ends, List<Found> things) {
            this.text = text;
            this.ends = ends;
            this.things = List.copyOf(things);
        }

        int at(int position) {
            int low = 0;
            int high = ends.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ends[middle] < position) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    Instant asOf() {
        return asOf;
    }

    /** @param things each found by its name, or by what it is called besides if that is not empty */
    NameIndex with(String kind, List<Found> things) {
        StringBuilder text = new StringBuilder(things.size() * 24);
        int[] ends = new int[things.size()];
        for (int i = 0; i < ends.length; i++) {
            Found thing = things.get(i);
            text.append(lower(thing.also().isEmpty() ? thing.name() : thing.also()));
            ends[i] = text.length();
            text.append(END);
        }
        kinds.put(kind, new Names(text.toString(), ends, things));
        return this;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace(END, ' ');
    }

    /** Everything whose name contains the text, in any case: of each kind exact names first, then those that begin so. */
    List<Found> containing(String text) {
        String sought = lower(text);
        List<Found> all = new ArrayList<>();
        for (Names names : kinds.values()) {
            List<Found> found = new ArrayList<>();
            for (int at = names.text.indexOf(sought); at >= 0; ) {
                int place = names.at(at);
                found.add(names.things.get(place));
                at = names.text.indexOf(sought, names.ends[place] + 1);
            }
            found.sort(Comparator.comparingInt(thing -> rank(thing, sought)));
            all.addAll(found);
        }
        return all;
    }

    private static int rank(Found thing, String sought) {
        String name = lower(thing.also().isEmpty() ? thing.name() : thing.also());
        return name.equals(sought) ? 0 : name.startsWith(sought) ? 1 : 2;
    }
}
