package org.egcg.reporting.aggregation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts relations in the order in which they are renewed: as they are given, but children before what gathers them. */
final class ChildrenFirst {

    private final Map<String, Relation> byResource = new LinkedHashMap<>();
    private final Set<Relation> ordered = new LinkedHashSet<>();
    private final Set<String> waiting = new LinkedHashSet<>();

    private ChildrenFirst(List<Relation> relations) {
        for (Relation relation : relations) {
            if (byResource.put(relation.resource(), relation) != null) {
                throw new IllegalArgumentException("two relations of " + relation.resource());
            }
        }
    }

    static List<Relation> ordered(List<Relation> relations) {
        ChildrenFirst order = new ChildrenFirst(relations);
        relations.forEach(order::place);
        return List.copyOf(order.ordered);
    }

    private void place(Relation relation) {
        if (ordered.contains(relation)) {
            return;
        }
        if (!waiting.add(relation.resource())) {
            throw new IllegalArgumentException(
                    relation.resource() + " gathers itself, by way of " + String.join(", ", waiting));
        }
        relation.gathers().stream()
                .map(gathering -> byResource.get(gathering.resource()))
                .filter(child -> child != null)
                .forEach(this::place);
        waiting.remove(relation.resource());
        ordered.add(relation);
    }
}
