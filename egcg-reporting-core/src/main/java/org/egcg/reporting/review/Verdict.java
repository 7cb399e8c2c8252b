package org.egcg.reporting.review;

import java.util.List;
import java.util.stream.Collectors;

/** The outcome of a review: what {@code reviewed} and {@code review_comments} will say. */
public sealed interface Verdict {

    /** {@code pass}, {@code fail} or {@code genotype missing}. */
    String reviewed();

    /** {@code pass}, or the sentence that says what it failed due to. */
    String comments();

    /** Pass if every metric does; else fail due to those that do not, in the order of the findings. */
    static Verdict on(List<Finding> findings) {
        List<Finding> missed =
                findings.stream().filter(finding -> !finding.passes()).toList();
        return missed.isEmpty() ? new Pass() : new Fail(missed);
    }

    /** All metrics are good. */
    record Pass() implements Verdict {
        @Override
        public String reviewed() {
            return "pass";
        }

        @Override
        public String comments() {
            return "pass";
        }
    }

    /** At least one metric is not. */
    record Fail(List<Finding> missed) implements Verdict {
        public Fail {
            missed = List.copyOf(missed);
            if (missed.isEmpty()) {
                throw new IllegalArgumentException("nothing was missed");
            }
        }

        @Override
        public String reviewed() {
            return "fail";
        }

        @Override
        public String comments() {
            return missed.stream().map(Finding::missed).collect(Collectors.joining(", ", "Failed due to ", ""));
        }
    }

    /** A human sample whose genotype has not been compared yet, whatever its metrics are. */
    record GenotypeMissing() implements Verdict {
        @Override
        public String reviewed() {
            return "genotype missing";
        }

        @Override
        public String comments() {
            return "Failed due to missing genotype";
        }
    }
}
