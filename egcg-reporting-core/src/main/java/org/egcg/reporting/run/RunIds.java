package org.egcg.reporting.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Reads the names of runs, first by the institute's own pattern, then by the forms of the makers of sequencers. Any text
 * is read: what cannot be told is empty. Thread-safe.
 */
public final class RunIds {

    /** Longer texts are no names of runs; a pattern would take its time for them. */
    private static final int LONGEST = 300;

    /** Names are read for every part of a run: a name and what it says take half a kilobyte. */
    private static final int KNOWN = 20_000;

    private final List<RunIdForm> forms;
    private final Map<String, RunId> known = new ConcurrentHashMap<>();

    private RunIds(Stream<RunIdForm> own) {
        this.forms = Stream.concat(own, Forms.KNOWN.stream()).toList();
    }

    /** The forms of the makers alone. */
    public static RunIds ofMakers() {
        return new RunIds(Stream.empty());
    }

    /**
     * A pattern before the forms of the makers: a regular expression with any of the groups {@code date} (six or eight
     * digits, or year-month-day), {@code instrument}, {@code number}, {@code side} and {@code flowcell}.
     *
     * @throws IllegalArgumentException if it is no regular expression, or has no such group
     */
    public static RunIds with(String pattern) {
        return new RunIds(Stream.of(OwnForm.of(pattern)));
    }

    /** What a name says. */
    public RunId read(String name) {
        if (name.length() > LONGEST) {
            return RunId.unknown(name);
        }
        if (known.size() > KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(name, this::parsed);
    }

    private RunId parsed(String name) {
        return forms.stream()
                .map(form -> form.read(name))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> RunId.unknown(name));
    }
}
