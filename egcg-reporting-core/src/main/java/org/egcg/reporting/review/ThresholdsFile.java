package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.egcg.reporting.aggregation.Formula;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.yaml.Section;

/** Reads the thresholds file; whatever cannot be meant is refused with file, key and reason. */
final class ThresholdsFile {

    /** The group of thresholds that hold for every species. */
    static final String DEFAULT = "default";

    private static final Map<String, Limit> ORDERED = Map.of(
            "aggregated.clean_yield_in_gb", Limit.ORDERED_YIELD,
            "coverage.mean", Limit.ORDERED_COVERAGE);
    private static final Map<String, Limit> ORDERS =
            Map.of("yield", Limit.ORDERED_YIELD, "coverage", Limit.ORDERED_COVERAGE);
    private static final Set<String> GROUPS = Set.of("rapid", "lane", "run_element", "sample");
    private static final Set<String> LIMIT = Set.of("value", "fail", "warn", "ordered", "optional", "applies");
    private static final Set<String> KEYS = with(LIMIT, "name", "title", "unit", "comparison", "formula", "cases");
    private static final Set<String> CASE = with(LIMIT, "when");

    private final Section file;

    ThresholdsFile(Section file) {
        this.file = file.allowOnly(GROUPS);
    }

    private static Set<String> with(Set<String> keys, String... more) {
        Set<String> all = new java.util.HashSet<>(keys);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    SortedMap<String, MetricLimits> group(Subject subject) {
        return group(file.section(subject.group()), subject, Optional.empty());
    }

    /** Those of samples by species. */
    SortedMap<String, SortedMap<String, MetricLimits>> samples() {
        SortedMap<String, SortedMap<String, MetricLimits>> samples = new TreeMap<>();
        Section species = file.section("sample");
        for (String name : species.keys()) {
            samples.put(name, group(species.section(name), Subject.SAMPLE, Optional.of(name)));
        }
        return samples;
    }

    private static SortedMap<String, MetricLimits> group(Section group, Subject subject, Optional<String> species) {
        SortedMap<String, MetricLimits> metrics = new TreeMap<>();
        for (String metric : group.keys()) {
            Section entry = group.section(metric).allowOnly(KEYS);
            Threshold common = common(metric, entry, species);
            List<Threshold> cases = new ArrayList<>();
            entry.sections("cases").forEach(one -> cases.add(oneCase(common, one.allowOnly(CASE), subject)));
            metrics.put(metric, new MetricLimits(common, cases));
        }
        return metrics;
    }

    private static Threshold common(String metric, Section entry, Optional<String> species) {
        String name = entry.optionalText("name").orElse(metric);
        if (name.isBlank()) {
            throw entry.wrong("name", "must not be blank");
        }
        String title = entry.optionalText("title").orElse(name);
        if (title.isBlank()) {
            throw entry.wrong("title", "must not be blank");
        }
        Limit limit = commonLimit(metric, entry, species);
        refuseOrders(entry, limit, species.isPresent());
        Comparison comparison = comparison(entry);
        When when = species.filter(one -> !one.equals(DEFAULT))
                .map(one -> When.ALWAYS.and(Circumstance.SPECIES, Set.of(one)))
                .orElse(When.ALWAYS);
        return new Threshold(
                metric,
                name,
                title,
                entry.optionalText("unit").orElse(""),
                formula(entry),
                comparison,
                limit,
                warning(entry, comparison, limit),
                entry.flag("optional"),
                when);
    }

    /** Yield and coverage of samples follow from the order, unless a species says more. */
    private static Limit commonLimit(String metric, Section entry, Optional<String> species) {
        boolean ordered = species.isPresent() && ORDERED.containsKey(metric);
        if (ordered && species.get().equals(DEFAULT) && entry.has(valueKey(entry))) {
            throw entry.wrong(valueKey(entry), "must be left out: each sample requires its own");
        }
        Optional<Limit> said = limit(entry);
        if (said.isEmpty() && ordered) {
            return ORDERED.get(metric);
        }
        boolean enough = entry.has("warn") || entry.has("cases");
        return said.orElseGet(() -> {
            if (!enough) {
                throw entry.wrong("value", "is missing");
            }
            return Limit.NONE;
        });
    }

    private static void refuseOrders(Section entry, Limit limit, boolean sample) {
        if (limit instanceof Limit.Ordered && !sample) {
            throw entry.wrong("ordered", "is known of samples alone");
        }
    }

    private static Threshold oneCase(Threshold common, Section entry, Subject subject) {
        When when = common.when();
        Section named = entry.section("when");
        if (named.keys().isEmpty()) {
            throw entry.wrong("when", "is missing");
        }
        for (String key : named.keys()) {
            Circumstance circumstance = circumstance(named, key, subject);
            if (common.when().wanted().containsKey(circumstance)) {
                throw named.wrong(key, "is said by the group already");
            }
            when = when.and(circumstance, values(named, key));
        }
        Limit limit = limit(entry).orElseGet(() -> {
            if (!entry.has("warn")) {
                throw entry.wrong("value", "is missing");
            }
            return Limit.NONE;
        });
        refuseOrders(entry, limit, subject == Subject.SAMPLE);
        return new Threshold(
                common.metric(),
                common.name(),
                common.title(),
                common.unit(),
                common.formula(),
                common.comparison(),
                limit,
                warning(entry, common.comparison(), limit),
                entry.flag("optional", common.optional()),
                when);
    }

    private static Circumstance circumstance(Section named, String key, Subject subject) {
        Circumstance circumstance =
                Circumstance.spelt(key).orElseThrow(() -> named.wrong(key, "nothing depends on that"));
        if (!subject.says(circumstance)) {
            throw named.wrong(key, "documents of " + subject.resource() + " do not say their " + circumstance.words());
        }
        return circumstance;
    }

    private static Set<String> values(Section named, String key) {
        List<String> values = named.isList(key)
                ? named.texts(key)
                : named.optionalText(key).stream().toList();
        if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            throw named.wrong(key, "names nothing");
        }
        return Set.copyOf(values);
    }

    private static String valueKey(Section entry) {
        return entry.has("fail") ? "fail" : "value";
    }

    /** Empty if nothing is said of what fails. */
    private static Optional<Limit> limit(Section entry) {
        if (entry.has("fail") && entry.has("value")) {
            throw entry.wrong("fail", "says the same as value: one of them is enough");
        }
        if (!entry.flag("applies", true)) {
            return Optional.of(Limit.NONE);
        }
        if (entry.has("ordered")) {
            return Optional.of(ordered(entry));
        }
        return number(entry, valueKey(entry)).map(Limit::of);
    }

    private static Limit ordered(Section entry) {
        Limit ordered = ORDERS.get(entry.text("ordered"));
        if (ordered == null) {
            throw entry.wrong("ordered", "must be yield or coverage");
        }
        return ordered;
    }

    private static Optional<BsonNumber> number(Section entry, String key) {
        var value = entry.number(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!Double.isFinite(value.getAsDouble())) {
            throw entry.wrong(key, "must be a finite number");
        }
        String text = entry.text(key);
        return Optional.of(
                text.matches("-?[0-9]{1,18}")
                        ? new BsonInt64(Long.parseLong(text))
                        : new BsonDouble(value.getAsDouble()));
    }

    private static Optional<BsonNumber> warning(Section entry, Comparison comparison, Limit limit) {
        Optional<BsonNumber> warning = number(entry, "warn");
        if (warning.isPresent()
                && limit instanceof Limit.Fixed fixed
                && !comparison.passes(
                        warning.get().doubleValue(), fixed.number().doubleValue())) {
            throw entry.wrong("warn", "lies beyond what fails, and so would never warn");
        }
        return warning;
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
