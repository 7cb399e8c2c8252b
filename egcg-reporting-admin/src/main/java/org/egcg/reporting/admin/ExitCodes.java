package org.egcg.reporting.admin;

/** Exit codes besides those of the library of command lines. */
final class ExitCodes {

    /** A command did its work and found what needs attention. */
    static final int NEEDS_ATTENTION = 3;

    private ExitCodes() {}
}
