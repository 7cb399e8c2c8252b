package org.egcg.reporting.review;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.egcg.reporting.aggregation.Formula;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.yaml.Section;

/** Reads the thresholds file; whatever cannot be meant is refused with file, key and reason. */
final class ThresholdsFile {

    /** The group of thresholds that hold for every species. */
    static final String DEFAULT = "default";

    static final String YIELD = "aggregated.clean_yield_in_gb";
    static final String COVERAGE = "coverage.mean";

    private static final Set<String> GROUPS = Set.of("rapid", "lane", "sample");
    private static final Set<String> KEYS = Set.of("name", "value", "comparison", "formula");
    private static final Set<String> ORDERED = Set.of(YIELD, COVERAGE);

    private final Section file;

    ThresholdsFile(Section file) {
        this.file = file.allowOnly(GROUPS);
    }

    SortedMap<String, Threshold> rapid() {
        return group(file.section("rapid"), Limits.FIXED);
    }

    SortedMap<String, Threshold> lane() {
        return group(file.section("lane"), Limits.FIXED);
    }

    SortedMap<String, SortedMap<String, Threshold>> sample() {
        SortedMap<String, SortedMap<String, Threshold>> samples = new TreeMap<>();
        Section species = file.section("sample");
        for (String name : species.keys()) {
            samples.put(name, group(species.section(name), name.equals(DEFAULT) ? Limits.COMMON : Limits.SPECIES));
        }
        return samples;
    }

    private static SortedMap<String, Threshold> group(Section group, Limits limits) {
        SortedMap<String, Threshold> thresholds = new TreeMap<>();
        for (String metric : group.keys()) {
            thresholds.put(metric, threshold(metric, group.section(metric).allowOnly(KEYS), limits));
        }
        return thresholds;
    }

    private static Threshold threshold(String metric, Section entry, Limits limits) {
        Limit limit = limits.of(metric, entry);
        String name = entry.optionalText("name").orElse(metric);
        if (name.isBlank()) {
            throw entry.wrong("name", "must not be blank");
        }
        return new Threshold(metric, name, comparison(entry), limit, formula(entry));
    }

    /** Where a limit comes from: yield and coverage of samples follow from the order, unless a species says more. */
    private enum Limits {
        FIXED {
            @Override
            Limit of(String metric, Section entry) {
                return written(entry);
            }
        },
        COMMON {
            @Override
            Limit of(String metric, Section entry) {
                if (ORDERED.contains(metric) && entry.has("value")) {
                    throw entry.wrong("value", "must be left out: each sample requires its own");
                }
                return ORDERED.contains(metric) ? Limit.PER_SAMPLE : written(entry);
            }
        },
        SPECIES {
            @Override
            Limit of(String metric, Section entry) {
                return entry.has("value") ? written(entry) : COMMON.of(metric, entry);
            }
        };

        abstract Limit of(String metric, Section entry);
    }

    private static Limit written(Section entry) {
        double value = entry.number("value").orElseThrow(() -> entry.wrong("value", "is missing"));
        if (!Double.isFinite(value)) {
            throw entry.wrong("value", "must be a finite number");
        }
        String text = entry.text("value");
        return text.matches("-?[0-9]{1,18}") ? Limit.of(Long.parseLong(text)) : Limit.of(value);
    }

    private static Comparison comparison(Section entry) {
        String sign = entry.text("comparison");
        return Comparison.spelt(sign)
                .orElseThrow(() -> entry.wrong("comparison", "must be '>' or '<', not '" + sign + "'"));
    }

    private static Optional<Formula> formula(Section entry) {
        try {
            return entry.optionalText("formula").map(Formula::parse);
        } catch (Malformed wrong) {
            throw entry.wrong("formula", wrong.getMessage());
        }
    }
}
