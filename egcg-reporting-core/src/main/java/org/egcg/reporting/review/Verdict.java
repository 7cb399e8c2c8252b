package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The outcome of a review: what pages say, and what {@code reviewed} and {@code review_comments} will say. */
public sealed interface Verdict {

    /** {@code pass}, {@code warn}, {@code fail}, {@code no data yet}, {@code genotype missing} or {@code no order known}. */
    String word();

    /** What is recorded of it: {@code pass}, {@code fail} or {@code genotype missing}; empty text if nothing is. */
    String reviewed();

    /** {@code pass}, or the sentence that says what it failed due to. */
    String comments();

    /** Why it does not simply pass, in the order of the metrics; none if it does, or if its word says all there is. */
    List<String> reasons();

    /** The same as pages say it, by the metrics' titles; a warning of what it fails by as well is not said. */
    default List<String> said() {
        return reasons();
    }

    /**
     * Fail due to those findings that do not pass, in their order; no data yet if nothing that applies has a value; no
     * order known if a limit is what was ordered, and that is not known; warn due to those that warn; else pass.
     */
    static Verdict on(List<Finding> findings) {
        List<Finding> missed = new ArrayList<>();
        List<Finding> warned = new ArrayList<>();
        List<Finding> unordered = new ArrayList<>();
        boolean applies = false;
        boolean measured = false;
        for (Finding finding : findings) {
            if (finding.standing() != Standing.DOES_NOT_APPLY) {
                applies = true;
                measured |= !finding.value().isNull();
            }
            if (!finding.passes()) {
                missed.add(finding);
            } else if (finding.standing() == Standing.WARN) {
                warned.add(finding);
            }
            if (finding.threshold().limit() instanceof Limit.Ordered) {
                unordered.add(finding);
            }
        }
        if (applies && !measured) {
            return new NoData();
        }
        if (!missed.isEmpty()) {
            return new Fail(missed, warned);
        }
        if (!unordered.isEmpty()) {
            return new NotOrdered(unordered);
        }
        return warned.isEmpty() ? new Pass() : new Warn(warned);
    }

    /**
     * The same of a human sample whose genotype has not been compared: no data yet if nothing is there that it could fail by;
     * else its genotype is missing, and what was measured is neither good nor bad.
     */
    static Verdict ungenotyped(List<Finding> findings) {
        boolean measured = findings.stream()
                .anyMatch(finding -> !(finding.threshold().limit() instanceof Limit.None)
                        && !finding.value().isNull());
        return measured ? new GenotypeMissing() : new NoData(true);
    }

    private static List<String> warnings(List<Finding> warned, Function<Finding, String> words) {
        return warned.stream()
                .map(finding -> "warning: " + words.apply(finding))
                .toList();
    }

    /** It is good; recorded in one word, since those who read records know no other. */
    sealed interface Passing extends Verdict permits Pass, Warn {
        @Override
        default String reviewed() {
            return "pass";
        }

        @Override
        default String comments() {
            return "pass";
        }
    }

    /** All metrics are good. */
    record Pass() implements Passing {
        @Override
        public String word() {
            return "pass";
        }

        @Override
        public List<String> reasons() {
            return List.of();
        }
    }

    /** All metrics pass, some of them only just. */
    record Warn(List<Finding> warned) implements Passing {
        public Warn {
            warned = List.copyOf(warned);
        }

        @Override
        public String word() {
            return "warn";
        }

        @Override
        public List<String> reasons() {
            return warnings(warned, Finding::reason);
        }

        @Override
        public List<String> said() {
            return warnings(warned, Finding::said);
        }
    }

    /** At least one metric is not. */
    record Fail(List<Finding> missed, List<Finding> warned) implements Verdict {
        public Fail {
            missed = List.copyOf(missed);
            warned = List.copyOf(warned);
            if (missed.isEmpty()) {
                throw new IllegalArgumentException("nothing was missed");
            }
        }

        @Override
        public String word() {
            return "fail";
        }

        @Override
        public String reviewed() {
            return "fail";
        }

        @Override
        public String comments() {
            return "Failed due to "
                    + String.join(", ", missed.stream().map(Finding::reason).toList());
        }

        @Override
        public List<String> reasons() {
            return reasons(warned, Finding::reason);
        }

        @Override
        public List<String> said() {
            List<Finding> others =
                    warned.stream().filter(finding -> !isFailedBy(finding)).toList();
            return reasons(others, Finding::said);
        }

        /** Whether it fails by what a finding is about: a run element can fail by the metric of its lane that it warns of. */
        public boolean isFailedBy(Finding finding) {
            String title = finding.threshold().title();
            return missed.stream().anyMatch(one -> one.threshold().title().equals(title));
        }

        private List<String> reasons(List<Finding> warnings, Function<Finding, String> words) {
            return Stream.concat(missed.stream().map(words), warnings(warnings, words).stream())
                    .toList();
        }
    }

    /**
     * Nothing was measured; recorded as a failure, as it always was, or as what is awaited first.
     *
     * @param ungenotyped whether it is a human sample whose genotype has not been compared either
     */
    record NoData(boolean ungenotyped) implements Verdict {
        public NoData() {
            this(false);
        }

        @Override
        public String word() {
            return "no data yet";
        }

        @Override
        public String reviewed() {
            return ungenotyped ? new GenotypeMissing().reviewed() : "fail";
        }

        @Override
        public String comments() {
            return ungenotyped ? new GenotypeMissing().comments() : "Failed due to no data yet";
        }

        @Override
        public List<String> reasons() {
            return List.of();
        }
    }

    /** A human sample with data whose genotype has not been compared yet, whatever its metrics are. */
    record GenotypeMissing() implements Verdict {
        @Override
        public String word() {
            return "genotype missing";
        }

        @Override
        public String reviewed() {
            return "genotype missing";
        }

        @Override
        public String comments() {
            return "Failed due to missing genotype";
        }

        @Override
        public List<String> reasons() {
            return List.of();
        }
    }

    /** A sample of which nothing says what it has to reach, and which fails by nothing else. It cannot be recorded. */
    record NotOrdered(List<Finding> unordered) implements Verdict {
        public NotOrdered {
            unordered = List.copyOf(unordered);
        }

        @Override
        public String word() {
            return "no order known";
        }

        @Override
        public String reviewed() {
            return "";
        }

        @Override
        public String comments() {
            return "";
        }

        @Override
        public List<String> reasons() {
            return reasons(Threshold::name);
        }

        @Override
        public List<String> said() {
            return reasons(Threshold::title);
        }

        private List<String> reasons(Function<Threshold, String> name) {
            return unordered.stream()
                    .map(finding -> "no order known for " + name.apply(finding.threshold()))
                    .toList();
        }
    }
}
