package org.egcg.reporting.web.plate;

import java.util.Collection;

/** The formats of plates. */
public enum PlateSize {
    OF_96(8, 12),
    OF_384(16, 24);

    private final int rows;
    private final int columns;

    PlateSize(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int wells() {
        return rows * columns;
    }

    boolean holds(WellPosition place) {
        return place.row() < rows && place.column() < columns;
    }

    /** This format, or the larger one if that alone has all the places. */
    PlateSize holding(Collection<WellPosition> places) {
        return places.stream().allMatch(this::holds) || !places.stream().allMatch(OF_384::holds) ? this : OF_384;
    }
}
