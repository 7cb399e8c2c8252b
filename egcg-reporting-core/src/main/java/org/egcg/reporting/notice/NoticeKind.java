package org.egcg.reporting.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.egcg.reporting.security.Role;

/** What people can be told of. */
public enum NoticeKind {
    RUN_FINISHED("Run finished", "runs finished", NoticeUrgency.INFORMATION, Role.VIEWER),
    RUN_ERRORED("Run errored", "runs errored", NoticeUrgency.URGENT, Role.VIEWER),
    RUN_ABORTED("Run aborted", "runs were aborted", NoticeUrgency.URGENT, Role.VIEWER),
    PIPELINE_FAILED("Pipeline failed", "pipelines failed", NoticeUrgency.URGENT, Role.VIEWER),
    PIPELINE_SLOW("Pipeline takes unusually long", "pipelines take unusually long", NoticeUrgency.SOON, Role.VIEWER),
    LANE_FAILED("Lane fails", "lanes fail", NoticeUrgency.SOON, Role.VIEWER),
    LANE_WAITING("Lane waits for a decision", "lanes wait for a decision", NoticeUrgency.SOON, Role.VIEWER),
    SAMPLE_FAILED("Sample fails", "samples fail", NoticeUrgency.SOON, Role.VIEWER),
    SAMPLE_WAITING("Sample waits for a decision", "samples wait for a decision", NoticeUrgency.SOON, Role.VIEWER),
    CONTROL_CHART("Instrument out of control", "rules of control charts are broken", NoticeUrgency.URGENT, Role.VIEWER),
    PROJECT_COMPLETE("Project complete", "projects are complete", NoticeUrgency.INFORMATION, Role.VIEWER),
    PROJECT_LATE("Project late", "projects are late", NoticeUrgency.SOON, Role.VIEWER),
    INCONSISTENCY("Something does not fit", "things do not fit", NoticeUrgency.INFORMATION, Role.VIEWER),
    STORE_TROUBLE("Trouble with store or disk", "troubles with store or disk", NoticeUrgency.URGENT, Role.ADMIN);

    private final String title;
    private final String many;
    private final NoticeUrgency urgency;
    private final Role readers;

    NoticeKind(String title, String many, NoticeUrgency urgency, Role readers) {
        this.title = title;
        this.many = many;
        this.urgency = urgency;
        this.readers = readers;
    }

    /** The kind that forms and programs spell so. */
    public static Optional<NoticeKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** How forms and programs spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** What is said behind a number of them. */
    String many() {
        return many;
    }

    /** How urgent one is, unless it says otherwise itself. */
    public NoticeUrgency urgency() {
        return urgency;
    }

    /** The least role of those who may be told. */
    public Role readers() {
        return readers;
    }
}
