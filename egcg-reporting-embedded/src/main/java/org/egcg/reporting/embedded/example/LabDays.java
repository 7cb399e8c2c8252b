package org.egcg.reporting.embedded.example;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * When the samples of a run went through the laboratory: reckoned back from the day of the run, so that each step lies
 * before the next one, and the last one before the sequencer starts.
 *
 * @param arrived when they came
 * @param received when their receipt was recorded
 * @param planned when their plate was prepared
 * @param begun when their libraries were begun
 * @param judged when their libraries had been judged
 * @param pooled when they were made ready for the sequencer
 */
record LabDays(
        LocalDate arrived, LocalDate received, LocalDate planned, LocalDate begun, LocalDate judged, LocalDate pooled) {

    static LabDays of(PlannedRun run) {
        Chance chance = new Chance(run.id() + " in the laboratory");
        LocalDate pooled = run.day().minusDays(1);
        LocalDate judged = before(pooled, 1, 5, chance);
        LocalDate begun = before(judged, 4, 8, chance);
        LocalDate planned = before(begun, 2, 11, chance);
        LocalDate received = before(planned, 5, 12, chance);
        return new LabDays(received.minusDays(chance.below(3)), received, planned, begun, judged, pooled);
    }

    private static LocalDate before(LocalDate day, int least, int most, Chance chance) {
        return day.minusDays(least + chance.below(most - least + 1));
    }

    /** When the data of a delivered run are on their way. */
    static LocalDateTime triggered(PlannedRun run) {
        return delivered(run).minusDays(3);
    }

    static LocalDateTime delivered(PlannedRun run) {
        return run.processed().plusDays(8);
    }
}
