package org.egcg.reporting.web.operation;

/** A body that did not arrive, or an answer that was not taken, in time. */
public final class TooLate extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooLate(String message) {
        super(message);
    }
}
