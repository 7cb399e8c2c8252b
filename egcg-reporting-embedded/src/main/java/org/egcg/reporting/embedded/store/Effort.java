package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Duration;
import java.util.function.Supplier;
import org.egcg.reporting.internal.pace.LongWork;
import org.egcg.reporting.store.RequestBudget;

/**
 * What one command may cost: the time that its sender allows, looked at with each document, and room for what has to be
 * in memory at once, taken before it is used. For the thread of the command.
 */
final class Effort implements AutoCloseable {

    private static final ThreadLocal<Effort> CURRENT = new ThreadLocal<>();
    private static final int OUT_OF_TIME = 50;
    private static final int CANCELLED = 11601;
    private static final int OUT_OF_MEMORY = 292;

    private final Duration allowed;
    private final String asker;
    private final Room room;
    private final LongWork work = new LongWork();
    private long end;
    private long held;

    /**
     * @param allowed zero if there is no limit
     * @param asker the command's comment, by which it is known whether anybody waits for its answer
     */
    Effort(Duration allowed, String asker, Room room) {
        this.allowed = allowed;
        this.asker = asker;
        this.room = room;
    }

    /** As the command's {@code maxTimeMS} says. */
    static Effort of(Document command, Room room) {
        long millis = command.get("maxTimeMS") instanceof Number number ? number.longValue() : 0;
        String asker = command.get("comment") instanceof String comment ? comment : "";
        return new Effort(Duration.ofMillis(millis), asker, room);
    }

    /** Of the command that this thread is at; one without limits if it is at none. */
    static Effort current() {
        Effort current = CURRENT.get();
        return current == null ? new Effort(Duration.ZERO, "", Room.boundless()) : current;
    }

    /** Does a part of the command. Time counts from here. */
    <T> T during(Supplier<T> work) {
        Effort before = CURRENT.get();
        CURRENT.set(this);
        end = System.nanoTime() + allowed.toNanos();
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** One document is looked at. */
    void step() {
        if (!allowed.isZero()) {
            if (!RequestBudget.worked(asker)) {
                work.step();
            }
            if (System.nanoTime() - end > 0) {
                throw new MongoServerError(OUT_OF_TIME, "MaxTimeMSExpired", "operation exceeded time limit");
            }
        }
        if (RequestBudget.isCancelled(asker)) {
            throw new MongoServerError(CANCELLED, "Interrupted", "nobody waits for the answer");
        }
    }

    /** So many bytes are going to be in memory until the command ends. */
    void hold(long bytes) {
        if (!room.take(bytes, held)) {
            throw new MongoServerError(
                    OUT_OF_MEMORY,
                    "QueryExceededMemoryLimitNoDiskUseAllowed",
                    "what is put in order or together exceeds the memory limit");
        }
        held += bytes;
    }

    /** Nothing is in memory any more. */
    @Override
    public void close() {
        room.give(held);
        held = 0;
        work.close();
    }
}
