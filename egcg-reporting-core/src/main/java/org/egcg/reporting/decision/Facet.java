package org.egcg.reporting.decision;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** By what decisions are counted. */
public enum Facet {
    /** Each rule that a thing failed by; {@link #NO_RULE} where it failed by none. */
    RULE("rule", "Rule") {
        @Override
        public List<String> of(Ruling ruling) {
            List<String> missed =
                    ruling.ruled().missed().stream().map(RuleSaid::metric).toList();
            return missed.isEmpty() ? List.of(NO_RULE) : missed;
        }
    },
    /** The model of the instrument. */
    INSTRUMENT("instrument", "Instrument") {
        @Override
        public List<String> of(Ruling ruling) {
            return known(ruling.instruments());
        }
    },
    /** The species of the sample. */
    SPECIES("species", "Species") {
        @Override
        public List<String> of(Ruling ruling) {
            return known(ruling.species());
        }
    },
    /** Who decided. */
    REVIEWER("reviewer", "Reviewer") {
        @Override
        public List<String> of(Ruling ruling) {
            return List.of(ruling.by());
        }
    },
    /** The month of the decision, such as {@code 2026-04}. */
    MONTH("month", "Month") {
        @Override
        public List<String> of(Ruling ruling) {
            return List.of(YearMonth.from(ruling.at().atOffset(ZoneOffset.UTC)).toString());
        }
    };

    /** Stands for the rules of what failed by no rule. */
    public static final String NO_RULE = "none";

    /** Stands for what is not known. */
    public static final String UNKNOWN = "unknown";

    private final String word;
    private final String label;

    Facet(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** By its word, such as {@code instrument}. */
    public static Optional<Facet> named(String word) {
        return Arrays.stream(values()).filter(facet -> facet.word.equals(word)).findFirst();
    }

    private static List<String> known(List<String> values) {
        return values.isEmpty() ? List.of(UNKNOWN) : values;
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** What a decision counts for. */
    public abstract List<String> of(Ruling ruling);
}
