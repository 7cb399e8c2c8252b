package org.egcg.reporting.run;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a run, out of what the LIMS says of its sequencing, what the pipelines say of its processing, and what
 * was decided about its run elements. What went wrong on the sequencer comes before everything else.
 */
public enum RunState {
    ERRORED("errored", "The LIMS calls the run errored."),
    ABORTED("aborted", "The run, or its processing, was aborted."),
    FAILED("failed", "The pipeline of the run failed."),
    RUNNING("running", "The sequencer is at work on the run."),
    WAITING("waiting", "Nothing is at work on the run; a pipeline has yet to start."),
    PROCESSING("processing", "A pipeline is at work on the run."),
    TO_REVIEW("to review", "The run is processed, and nothing was decided about some of its run elements."),
    REVIEWED("reviewed", "All run elements have been decided on; nothing is left to do.");

    private static final String UNDECIDED = "not marked";

    private final String word;
    private final String meaning;

    RunState(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /**
     * The state of a run.
     *
     * @param lims {@code run_status} of the LIMS; empty if it does not know the run
     * @param process status of the latest execution of the run's pipeline; empty if there is none
     * @param useable what was decided about its run elements; empty if there are none
     */
    public static RunState of(Optional<String> lims, Optional<String> process, Collection<String> useable) {
        Optional<RunState> sequencing = lims.flatMap(RunState::ofSequencing);
        if (sequencing.filter(RunState::isTrouble).isPresent()) {
            return sequencing.get();
        }
        return process.flatMap(status -> ofProcess(status, useable))
                .orElseGet(() -> isDecided(useable) ? REVIEWED : sequencing.orElse(WAITING));
    }

    /** What a {@code run_status} of the LIMS means; empty for a run that was completed. */
    private static Optional<RunState> ofSequencing(String status) {
        String word = status.toLowerCase(Locale.ROOT);
        if (containsAny(word, "abort", "cancel", "stopped")) {
            return Optional.of(ABORTED);
        }
        if (containsAny(word, "error", "fail")) {
            return Optional.of(ERRORED);
        }
        return containsAny(word, "start", "running", "progress", "paus") ? Optional.of(RUNNING) : Optional.empty();
    }

    private static boolean containsAny(String word, String... parts) {
        return Set.of(parts).stream().anyMatch(word::contains);
    }

    /** What the status of a process means; empty for one that says nothing about the run as it is now. */
    private static Optional<RunState> ofProcess(String status, Collection<String> useable) {
        return switch (status) {
            case "processing" -> Optional.of(PROCESSING);
            case "force_ready", "reprocess", "resume" -> Optional.of(WAITING);
            case "failed" -> Optional.of(FAILED);
            case "aborted" -> Optional.of(ABORTED);
            case "finished" -> Optional.of(isDecided(useable) ? REVIEWED : TO_REVIEW);
            default -> Optional.empty();
        };
    }

    /** Whether it was decided about all of some run elements. */
    public static boolean isDecided(Collection<String> useable) {
        return !useable.isEmpty() && !useable.contains(UNDECIDED);
    }

    /** Whether something went wrong that no pipeline can make good. */
    public boolean isTrouble() {
        return this == ERRORED || this == ABORTED;
    }

    public String word() {
        return word;
    }

    /** What the word means, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
