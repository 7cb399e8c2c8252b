package org.egcg.reporting.control;

/** How much a broken rule says. */
public enum Grade {
    /** Worth a look: one run in twenty looks so by chance. */
    WARNING,
    /** Something has changed. */
    OUT_OF_CONTROL
}
