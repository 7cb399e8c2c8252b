package org.egcg.reporting.lims.request;

import java.util.Objects;

/** Projects or samples with their custom fields. */
public record InfoRequest(Report kind, Scope scope) implements LimsRequest {

    public enum Report {
        PROJECT_INFO,
        SAMPLE_INFO
    }

    public InfoRequest {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(scope);
    }

    public static InfoRequest projects(Scope scope) {
        return new InfoRequest(Report.PROJECT_INFO, scope);
    }

    public static InfoRequest samples(Scope scope) {
        return new InfoRequest(Report.SAMPLE_INFO, scope);
    }

    @Override
    public String report() {
        return LimsRequest.spelled(kind);
    }
}
