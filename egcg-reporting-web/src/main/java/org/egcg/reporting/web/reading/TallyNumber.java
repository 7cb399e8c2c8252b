package org.egcg.reporting.web.reading;

import org.egcg.reporting.decision.DecisionStatistics;
import org.egcg.reporting.decision.Ruling;
import org.egcg.reporting.decision.Tally;

/** The numbers of a {@link Tally}; each counts some of its decisions, which an address asks for by a word. */
public enum TallyNumber {
    /** All. */
    DECIDED("") {
        @Override
        public int of(Tally tally) {
            return tally.decided();
        }

        @Override
        boolean counts(Ruling ruling) {
            return true;
        }
    },
    /** Those that decide otherwise than the rules. */
    OVERRULED("yes") {
        @Override
        public int of(Tally tally) {
            return tally.overruled();
        }

        @Override
        boolean counts(Ruling ruling) {
            return ruling.overruled();
        }
    },
    /** Those that let pass what the rules fail. */
    PASSED("passed") {
        @Override
        public int of(Tally tally) {
            return tally.passed();
        }

        @Override
        boolean counts(Ruling ruling) {
            return ruling.overruled() && ruling.passed();
        }
    },
    /** Those that fail what the rules let pass. */
    FAILED("failed") {
        @Override
        public int of(Tally tally) {
            return tally.overruled() - tally.passed();
        }

        @Override
        boolean counts(Ruling ruling) {
            return ruling.overruled() && !ruling.passed();
        }
    };

    private final String word;

    TallyNumber(String word) {
        this.word = word;
    }

    /** What stands in an address; empty text where nothing has to. */
    public String word() {
        return word;
    }

    public abstract int of(Tally tally);

    abstract boolean counts(Ruling ruling);

    DecisionStatistics of(DecisionStatistics all) {
        return new DecisionStatistics(
                all.rulings().stream().filter(this::counts).toList());
    }
}
