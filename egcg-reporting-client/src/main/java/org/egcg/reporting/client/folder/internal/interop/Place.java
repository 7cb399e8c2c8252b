package org.egcg.reporting.client.folder.internal.interop;

import java.nio.ByteBuffer;
import org.egcg.reporting.client.folder.internal.RunInfo;

/** Where on the flow cell a record was measured. */
record Place(int lane, long tile) {

    /** Reads lane and tile, the latter of two bytes in old versions and of four in new ones. */
    static Place read(ByteBuffer record, boolean wide, RunInfo run) {
        int lane = Short.toUnsignedInt(record.getShort());
        long tile = wide ? Integer.toUnsignedLong(record.getInt()) : Short.toUnsignedInt(record.getShort());
        if (lane > run.lanes()) {
            throw new IllegalArgumentException(
                    "speaks of lane %d, and the flow cell has %d".formatted(lane, run.lanes()));
        }
        return new Place(lane, tile);
    }

    /** Whether it is none of the flow cell's, as some instruments write. */
    boolean isNone() {
        return lane == 0;
    }
}
