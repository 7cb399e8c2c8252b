package org.egcg.reporting.client.folder.internal.interop;

import java.nio.ByteBuffer;
import org.egcg.reporting.client.folder.internal.RunInfo;

/** Where on the flow cell a record was measured. */
record TilePosition(int lane, long tile) {

    /** More than the largest flow cell has. */
    private static final int MOST = 50_000;

    /** Refuses a file that speaks of more tiles than there can be. */
    static void checkNumber(int tiles) {
        if (tiles > MOST) {
            throw new IllegalArgumentException("speaks of more tiles than any flow cell has");
        }
    }

    /** Reads lane and tile, the latter of two bytes in old versions and of four in new ones. */
    static TilePosition read(ByteBuffer record, boolean wide, RunInfo run) {
        int lane = Short.toUnsignedInt(record.getShort());
        long tile = wide ? Integer.toUnsignedLong(record.getInt()) : Short.toUnsignedInt(record.getShort());
        if (lane > run.lanes()) {
            throw new IllegalArgumentException(
                    "speaks of lane %d, and the flow cell has %d".formatted(lane, run.lanes()));
        }
        return new TilePosition(lane, tile);
    }

    /** Whether it is none of the flow cell's, as some instruments write. */
    boolean isNone() {
        return lane == 0;
    }
}
