package org.egcg.reporting.lims;

import org.egcg.reporting.lims.internal.sql.StepQueries.WellRow;

/** Where a well is: a letter for the row, counted from A, and the number of the column, counted from 1. */
final class WellLocation {

    private static final int LETTERS = 26;

    private WellLocation() {}

    /** {@code A:1}; rows beyond Z are {@code AA}, {@code AB} and so on. A part that the LIMS does not know is empty. */
    static String text(WellRow well) {
        String column = well.column() == null ? "" : String.valueOf(well.column() + 1);
        return (well.row() == null ? "" : letters(well.row())) + ":" + column;
    }

    private static String letters(int row) {
        String last = String.valueOf((char) ('A' + Math.floorMod(row, LETTERS)));
        return row < LETTERS ? last : letters(row / LETTERS - 1) + last;
    }
}
