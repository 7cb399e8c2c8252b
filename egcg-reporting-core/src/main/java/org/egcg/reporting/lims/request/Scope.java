package org.egcg.reporting.lims.request;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which samples, and the projects that they belong to, are asked for. Empty lists leave nothing out.
 *
 * @param projects names of projects
 * @param samples names of samples
 * @param state of the projects
 * @param receivedFrom only samples received then or later
 * @param complete whether everything is shown by its own name: the projects, samples and researchers that the
 *     original's answers leave out or do not name. A sample is then found by the form in which it is shown as well: with
 *     underscores for everything that is no letter, digit or underscore
 */
public record Scope(
        List<String> projects,
        List<String> samples,
        State state,
        Optional<LocalDateTime> receivedFrom,
        boolean complete) {

    /** Whether a project has been closed. */
    public enum State {
        OPEN,
        CLOSED,
        ALL
    }

    public Scope {
        projects = List.copyOf(projects);
        samples = List.copyOf(samples);
        Objects.requireNonNull(state);
        Objects.requireNonNull(receivedFrom);
    }

    /** Everything in projects of a state, completely. */
    public static Scope of(State state) {
        return new Scope(List.of(), List.of(), state, Optional.empty(), true);
    }

    /** Open and closed projects. */
    public static Scope all() {
        return of(State.ALL);
    }

    /** Open projects alone. */
    public static Scope open() {
        return of(State.OPEN);
    }

    public Scope ofProject(String id) {
        return new Scope(List.of(id), samples, state, receivedFrom, complete);
    }

    public Scope ofSample(String id) {
        return new Scope(projects, List.of(id), state, receivedFrom, complete);
    }

    /** Samples that were received on a later day. */
    public Scope receivedAfter(LocalDate day) {
        return new Scope(projects, samples, state, Optional.of(day.plusDays(1).atStartOfDay()), complete);
    }
}
