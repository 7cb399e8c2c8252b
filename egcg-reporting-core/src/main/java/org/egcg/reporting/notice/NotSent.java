package org.egcg.reporting.notice;

import org.jspecify.annotations.Nullable;

/** A message did not get to its receiver. */
public final class NotSent extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean refused;

    private NotSent(String message, boolean refused, @Nullable Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    /** The receiver does not answer, or cannot take anything now. */
    public static NotSent away(String message, @Nullable Throwable cause) {
        return new NotSent(message, false, cause);
    }

    /** The receiver answers, and does not take this. */
    public static NotSent refused(String message, @Nullable Throwable cause) {
        return new NotSent(message, true, cause);
    }

    public boolean isRefused() {
        return refused;
    }
}
