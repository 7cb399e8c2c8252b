package org.egcg.reporting.web.page;

import java.util.Set;
import org.egcg.reporting.web.reading.Wording;

/** What is to be done about a sample. */
enum SampleStep {
    RESTART("Its pipeline did not finish: see below where it stopped, and start it again."),
    WAIT("A pipeline is at work on it."),
    DECIDE("Next: decide whether it is useable."),
    NONE_REJECTED("It was decided not to use it."),
    DELIVER("Next: deliver it."),
    NONE("Nothing is left to do."),
    LABORATORY("Nothing is processed yet."),
    UNKNOWN("Nothing is processed yet, and the LIMS does not say where it is.");

    private static final Set<String> OVER = Set.of("finished", "removed");

    private final String sentence;

    SampleStep(String sentence) {
        this.sentence = sentence;
    }

    /**
     * Each parameter may be empty text.
     *
     * @param process status of its latest pipeline
     * @param useable what was decided about it
     * @param delivered whether it was delivered
     * @param lims its status in the LIMS
     */
    static SampleStep of(String process, String useable, String delivered, String lims) {
        if (OVER.contains(lims) || delivered.equals("yes")) {
            return NONE;
        }
        return switch (process) {
            case "failed", "aborted" -> RESTART;
            case "processing" -> WAIT;
            case "finished" -> decided(useable);
            default -> lims.isEmpty() ? UNKNOWN : LABORATORY;
        };
    }

    private static SampleStep decided(String useable) {
        return switch (useable) {
            case "yes" -> DELIVER;
            case "no" -> NONE_REJECTED;
            default -> DECIDE;
        };
    }

    /** The sentence, with the place in the laboratory where that says more. */
    String sentence(String lims) {
        return this == LABORATORY ? sentence + " The LIMS has it in: " + Wording.plain(lims) + "." : sentence;
    }
}
