package org.egcg.reporting.lims.request;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sequencing runs.
 *
 * @param ids run ids; empty for all
 * @param openedFrom only those opened then or later
 * @param complete whether each index of a lane is listed once, as in {@link Scope}
 */
public record RunRequest(List<String> ids, State state, Optional<LocalDateTime> openedFrom, boolean complete)
        implements LimsRequest {

    /** Whether a run is going on. */
    public enum State {
        /** Those that are running. */
        CURRENT,
        /** Those that have ended. */
        RECENT,
        ALL
    }

    public RunRequest {
        ids = List.copyOf(ids);
        Objects.requireNonNull(state);
        Objects.requireNonNull(openedFrom);
    }

    /** All runs, completely. */
    public static RunRequest everything() {
        return new RunRequest(List.of(), State.ALL, Optional.empty(), true);
    }

    /** Those opened on a later day. */
    public RunRequest openedAfter(LocalDate day) {
        return new RunRequest(ids, state, Optional.of(day.plusDays(1).atStartOfDay()), complete);
    }

    @Override
    public String report() {
        return "run_status";
    }
}
