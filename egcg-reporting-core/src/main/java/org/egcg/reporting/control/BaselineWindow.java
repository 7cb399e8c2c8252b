package org.egcg.reporting.control;

import java.time.LocalDate;
import java.util.List;

/** Which runs the baseline is made of: the first ones there are, or the first after it was begun anew. */
public sealed interface BaselineWindow {

    /** How many of the runs, in their order, belong to it. */
    int length(List<RunValue> runs);

    /** So many runs. */
    record Runs(int count) implements BaselineWindow {
        @Override
        public int length(List<RunValue> runs) {
            return Math.min(count, runs.size());
        }
    }

    /** The runs of so many days. */
    record Days(int count) implements BaselineWindow {
        @Override
        public int length(List<RunValue> runs) {
            if (runs.isEmpty()) {
                return 0;
            }
            LocalDate end = runs.get(0).day().plusDays(count);
            return (int) runs.stream().takeWhile(run -> run.day().isBefore(end)).count();
        }
    }
}
