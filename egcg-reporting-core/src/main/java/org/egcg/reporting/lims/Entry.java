package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Locale;

/**
 * One thing that happened to a sample: it completed a step, waits for it, or is inside it. Entries are ordered by
 * date; at the same moment a completed step comes first, then waiting, then being inside, so that a history reads
 * the same each time.
 *
 * @param step the step's name as Clarity displays it
 * @param date when the completed step was opened, the sample queued, or the open step last changed;
 *     {@link #UNDATED} if the LIMS does not say
 * @param id of the process; of the protocol step if the sample is queued
 */
record Entry(String step, LocalDateTime date, Type type, long id) implements Comparable<Entry> {

    /** The date of an entry that has none: such entries are older than all others. */
    static final LocalDateTime UNDATED = LocalDateTime.MIN;

    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::date)
            .thenComparing(Entry::type)
            .thenComparingLong(Entry::id)
            .thenComparing(Entry::step);

    /** How far a sample is with a step, in the order in which it happens. */
    enum Type {
        COMPLETE,
        QUEUED,
        PROGRESS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isComplete() {
        return type == Type.COMPLETE;
    }

    @Override
    public int compareTo(Entry other) {
        return ORDER.compare(this, other);
    }
}
