package org.egcg.reporting.client.folder.internal.demultiplexing;

import java.util.List;
import java.util.Locale;

/** What is counted of the reads of one sample in one lane, called as in documents. */
public enum Count {
    TOTAL_READS,
    PASSING_FILTER_READS,
    BASES_R1,
    BASES_R2,
    BASES_R3,
    Q30_BASES_R1,
    Q30_BASES_R2,
    Q30_BASES_R3,
    ADAPTOR_BASES_REMOVED_R1,
    ADAPTOR_BASES_REMOVED_R2,
    ADAPTOR_BASES_REMOVED_R3;

    private static final List<Count> BASES = List.of(BASES_R1, BASES_R2, BASES_R3);
    private static final List<Count> Q30 = List.of(Q30_BASES_R1, Q30_BASES_R2, Q30_BASES_R3);
    private static final List<Count> ADAPTOR =
            List.of(ADAPTOR_BASES_REMOVED_R1, ADAPTOR_BASES_REMOVED_R2, ADAPTOR_BASES_REMOVED_R3);

    /** The most reads that documents know of. */
    public static final int MOST_READS = 3;

    /** Bases of a read, counted from 1. */
    public static Count bases(int read) {
        return BASES.get(read - 1);
    }

    /** Bases of a read with Q30 or better. */
    public static Count q30(int read) {
        return Q30.get(read - 1);
    }

    /** Bases of a read that were cut off as adaptor. */
    public static Count adaptor(int read) {
        return ADAPTOR.get(read - 1);
    }

    /** The name of the field. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
