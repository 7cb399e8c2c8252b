package org.egcg.reporting.lims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the steps of the LIMS say about the progress of samples: the laboratory's own table, read from
 * {@code project_status_definitions.yaml}. Steps are named exactly as Clarity displays them. Immutable.
 *
 * @param order the statuses in the order of work; the first is that of a sample that no step has seen
 * @param completed the status that a sample reaches by completing a step
 * @param queued the status of a sample that waits for a step or is inside it
 * @param additional the status that a sample has besides, once it has completed a step
 * @param libraryTypes the type of library that a completed step tells of
 * @param planned the type of library that was ordered, by the sample's field {@code Prep Workflow}
 * @param started the steps with which work on a sample starts
 * @param protocols short names of lab protocols
 * @param special the statuses that rules speak of
 */
public record StatusDefinitions(
        List<String> order,
        Map<String, String> completed,
        Map<String, String> queued,
        Map<String, String> additional,
        Map<String, String> libraryTypes,
        Map<String, String> planned,
        Set<String> started,
        Map<String, String> protocols,
        Special special) {

    public StatusDefinitions {
        order = List.copyOf(order);
        completed = Map.copyOf(completed);
        queued = Map.copyOf(queued);
        additional = Map.copyOf(additional);
        libraryTypes = Map.copyOf(libraryTypes);
        planned = Map.copyOf(planned);
        started = Set.copyOf(started);
        protocols = Map.copyOf(protocols);
        if (order.isEmpty()) {
            throw new IllegalArgumentException("There must be a first status.");
        }
    }

    /**
     * The names of the statuses that have rules of their own: a removed sample is not invoiced, and a project is
     * finished when enough of its samples are.
     */
    public record Special(String finished, String removed, String invoiced) {}

    /** The status of a sample that no step has seen. */
    public String initial() {
        return order.get(0);
    }

    /** The status that an entry of a sample's history stands for; empty if its step stands for none. */
    Optional<String> statusOf(Entry entry) {
        return Optional.ofNullable((entry.isComplete() ? completed : queued).get(entry.step()));
    }

    /** Whether completing the step finishes a sample. */
    boolean finishes(String step) {
        return special.finished().equals(completed.get(step));
    }

    /** All steps whose completion tells anything. */
    Set<String> tellingWhenCompleted() {
        Set<String> steps = new TreeSet<>(completed.keySet());
        steps.addAll(additional.keySet());
        steps.addAll(libraryTypes.keySet());
        steps.addAll(started);
        return steps;
    }

    /** The short name of a lab protocol, or its own name if it has none. */
    String protocol(String name) {
        return protocols.getOrDefault(name, name);
    }

    /** All statuses that a sample can be listed under, in the order of work, the additional ones last. */
    public Set<String> statuses() {
        Set<String> all = new LinkedHashSet<>(order);
        all.addAll(new TreeSet<>(additional.values()));
        return all;
    }
}
