package org.egcg.reporting.lims.request;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Which samples are in which status.
 *
 * @param kind what one item of the answer is: a project, a plate or a sample
 * @param processesUntil the moment up to which processes count
 * @param detailed whether all steps of the laboratory are listed, not only those that change a status
 */
public record StatusRequest(Report kind, Scope scope, Optional<LocalDateTime> processesUntil, boolean detailed)
        implements LimsRequest {

    public enum Report {
        PROJECT_STATUS,
        PLATE_STATUS,
        SAMPLE_STATUS
    }

    public StatusRequest {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(processesUntil);
    }

    public static StatusRequest of(Report kind, Scope scope) {
        return new StatusRequest(kind, scope, Optional.empty(), false);
    }

    public static StatusRequest projects(Scope scope) {
        return of(Report.PROJECT_STATUS, scope);
    }

    public static StatusRequest samples(Scope scope) {
        return of(Report.SAMPLE_STATUS, scope);
    }

    /** The statuses as they were at a moment. */
    public StatusRequest at(LocalDateTime moment) {
        return new StatusRequest(kind, scope, Optional.of(moment), detailed);
    }

    /** With all steps of the laboratory. */
    public StatusRequest inDetail() {
        return new StatusRequest(kind, scope, processesUntil, true);
    }

    @Override
    public String report() {
        return LimsRequest.spelled(kind);
    }
}
