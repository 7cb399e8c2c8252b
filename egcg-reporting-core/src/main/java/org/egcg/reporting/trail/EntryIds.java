package org.egcg.reporting.trail;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.types.ObjectId;

/** Ids of entries: in the order of their milliseconds, and of one process in the order in which they were given. */
final class EntryIds {

    private static final int MILLIS_BITS = 16;
    private static final AtomicLong LATEST = new AtomicLong();
    private static final SecureRandom RANDOM = new SecureRandom();

    private EntryIds() {}

    /** Six bytes of time, two that count within the millisecond, four at random. */
    static ObjectId next() {
        long now = System.currentTimeMillis() << MILLIS_BITS;
        long given = LATEST.updateAndGet(latest -> Math.max(latest + 1, now));
        return new ObjectId(
                ByteBuffer.allocate(12).putLong(given).putInt(RANDOM.nextInt()).array());
    }

    /** The least id of a moment. */
    static ObjectId from(Instant moment) {
        return new ObjectId(ByteBuffer.allocate(12)
                .putLong(moment.toEpochMilli() << MILLIS_BITS)
                .putInt(0)
                .array());
    }

    static Instant moment(ObjectId id) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(id.toByteArray()).getLong() >>> MILLIS_BITS);
    }
}
