package org.egcg.reporting.consistency;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.consistency.Inconsistency.Named;

/** Gathers what is found, one finding for all documents that lack or share the same thing. For one thread. */
final class Findings {

    /** More than this many of a kind are counted, and not kept. */
    static final int KEPT = 2000;

    /** A page is marked while there are fewer marks than this; what lacks one project may be on thousands of pages. */
    static final int MARKS = 200_000;

    private static final class Group {
        private final String sentence;
        private long count;
        private final List<Named> documents = new ArrayList<>();
        private final Set<Named> pages = new HashSet<>();

        private Group(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Map<InconsistencyKind, Map<String, Group>> groups = new EnumMap<>(InconsistencyKind.class);
    private final Map<InconsistencyKind, Set<Long>> beyond = new EnumMap<>(InconsistencyKind.class);
    private int marks;

    /**
     * Notes a document.
     *
     * @param about what documents of one finding have in common
     * @param sentence says it
     */
    void add(InconsistencyKind kind, String about, String sentence, Named document, List<Named> pages) {
        Map<String, Group> known = groups.computeIfAbsent(kind, any -> new LinkedHashMap<>());
        Group group = known.get(about);
        if (group == null && known.size() >= KEPT) {
            beyond.computeIfAbsent(kind, any -> new HashSet<>()).add(Keys.of(about));
            return;
        }
        if (group == null) {
            group = new Group(sentence);
            known.put(about, group);
        }
        group.count++;
        if (group.documents.size() < Inconsistency.NAMED) {
            group.documents.add(document);
        }
        mark(group, pages);
    }

    /** Adds what was found elsewhere, behind what is here; both are about different things. */
    void append(Findings later) {
        later.groups.forEach((kind, found) -> {
            Map<String, Group> known = groups.computeIfAbsent(kind, any -> new LinkedHashMap<>());
            found.forEach((about, group) -> {
                if (known.size() < KEPT) {
                    known.put(about, group);
                    marks += group.pages.size();
                } else {
                    beyond.computeIfAbsent(kind, any -> new HashSet<>()).add(Keys.of(about));
                }
            });
        });
        later.beyond.forEach((kind, more) ->
                beyond.computeIfAbsent(kind, any -> new HashSet<>()).addAll(more));
    }

    private void mark(Group group, List<Named> pages) {
        for (Named page : pages) {
            if (marks < MARKS && group.pages.add(page)) {
                marks++;
            }
        }
    }

    List<Inconsistency> all() {
        List<Inconsistency> all = new ArrayList<>();
        groups.forEach((kind, known) -> known.values()
                .forEach(group ->
                        all.add(new Inconsistency(kind, group.sentence, group.count, group.documents, group.pages))));
        return List.copyOf(all);
    }

    Map<InconsistencyKind, Long> counts() {
        Map<InconsistencyKind, Long> counts = new EnumMap<>(InconsistencyKind.class);
        groups.forEach((kind, known) -> counts.put(
                kind, (long) known.size() + beyond.getOrDefault(kind, Set.of()).size()));
        return counts;
    }
}
