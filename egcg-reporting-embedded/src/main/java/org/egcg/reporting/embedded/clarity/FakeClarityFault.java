package org.egcg.reporting.embedded.clarity;

/** What Clarity would refuse. */
final class FakeClarityFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    FakeClarityFault(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
