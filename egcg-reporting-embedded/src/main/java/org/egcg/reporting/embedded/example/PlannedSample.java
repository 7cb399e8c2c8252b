package org.egcg.reporting.embedded.example;

/**
 * A sample of the example.
 *
 * @param number within its plate, from 0
 * @param wells of the plate: 96 or 384
 * @param control which control it is; empty for a sample
 * @param required bases that were ordered
 * @param isThin whether its first run gave too little of it
 */
record PlannedSample(
        PlannedProject project, int plate, int number, int wells, String control, double required, boolean isThin) {

    private static final int BASES_OF_BARCODE = 8;
    /** Odd, so that no two numbers below 4 to the eighth come to the same. */
    private static final int SPREAD = 27_689;

    private static final int ROWS_OF_96 = 8;
    private static final int ROWS_OF_384 = 16;

    String plateName() {
        return project.id() + String.format("P%03d", plate);
    }

    int row() {
        return number % rows();
    }

    int column() {
        return number / rows();
    }

    private int rows() {
        return wells > 96 ? ROWS_OF_384 : ROWS_OF_96;
    }

    private String well() {
        return (char) ('A' + row()) + String.format("%02d", column() + 1);
    }

    String id() {
        return control.isEmpty() ? plateName() + well() : "NTC-" + plateName() + well();
    }

    String library() {
        return "LP" + project.id().substring(2) + String.format("%03d", plate) + "_" + well();
    }

    /** What the user calls it. */
    String userId() {
        return control.isEmpty() ? project.prefix() + "_" + (1 + number + (plate - 1) * wells) : "no template";
    }

    /** Eight bases, of which no other sample of the plate has the same. */
    String barcode() {
        int sign = (number + 1) * SPREAD + plateName().hashCode();
        StringBuilder bases = new StringBuilder();
        for (int i = 0; i < BASES_OF_BARCODE; i++) {
            bases.append("ACGT".charAt(sign >> (2 * i) & 3));
        }
        return bases.toString();
    }
}
