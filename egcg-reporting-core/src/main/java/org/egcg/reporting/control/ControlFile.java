package org.egcg.reporting.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.yaml.Section;

/** Reads how control charts are made; what is wrong is answered with file, key and reason. */
public final class ControlFile {

    /** The file's name in a configuration directory. */
    public static final String FILE = "control_charts.yaml";

    private final Section file;
    private final Predicate<String> isField;

    private ControlFile(Section file, Predicate<String> isField) {
        this.file = file.allowOnly(Set.of("baseline", "state", "history", "rules", "ewma", "cusum", "metrics"));
        this.isField = isField;
    }

    /**
     * Reads the file.
     *
     * @param isField whether a path is one of lanes
     * @throws Misconfigured naming file, key and reason
     */
    public static ControlSettings read(Section file, Predicate<String> isField) {
        return new ControlFile(file, isField).settings();
    }

    private ControlSettings settings() {
        Section baseline = file.section("baseline").allowOnly(Set.of("runs", "days", "least"));
        Section state = file.section("state").allowOnly(Set.of("runs"));
        Section history = file.section("history").allowOnly(Set.of("days"));
        Ewma ewma = ewma(file.section("ewma").allowOnly(Set.of("weight", "limit")));
        Cusum cusum = cusum(file.section("cusum").allowOnly(Set.of("slack", "limit")));
        int least = whole(baseline, "least", 2, 1000);
        return new ControlSettings(
                window(baseline, least),
                least,
                whole(state, "runs", 1, 1000),
                whole(history, "days", 1, 36_500),
                rules(file.section("rules"), ewma, cusum),
                ewma,
                cusum,
                metrics(file.section("metrics")));
    }

    private static BaselineWindow window(Section baseline, int least) {
        if (baseline.has("runs") == baseline.has("days")) {
            throw baseline.wrong("runs", "either runs or days must say which runs make the baseline");
        }
        return baseline.has("runs")
                ? new BaselineWindow.Runs(whole(baseline, "runs", least, 10_000))
                : new BaselineWindow.Days(whole(baseline, "days", 1, 36_500));
    }

    private static int whole(Section section, String key, int least, int most) {
        long value = section.whole(key).orElseThrow(() -> section.wrong(key, "is missing"));
        if (value < least || value > most) {
            throw section.wrong(key, "must be from " + least + " to " + most);
        }
        return (int) value;
    }

    private static Ewma ewma(Section ewma) {
        return new Ewma(number(ewma, "weight", 0.01, 1), number(ewma, "limit", 0.1, 10));
    }

    private static Cusum cusum(Section cusum) {
        return new Cusum(number(cusum, "slack", 0, 10), number(cusum, "limit", 0.1, 100));
    }

    private static double number(Section section, String key, double least, double most) {
        OptionalDouble value = section.number(key);
        double number = value.orElseThrow(() -> section.wrong(key, "is missing"));
        if (!(number >= least && number <= most)) {
            throw section.wrong(key, "must be from " + least + " to " + most);
        }
        return number;
    }

    private static List<ControlRule> rules(Section rules, Ewma ewma, Cusum cusum) {
        rules.allowOnly(Set.of("westgard", "nelson", "ewma", "cusum"));
        List<ControlRule> on = new ArrayList<>(named(rules, "westgard", KnownRules.WESTGARD));
        on.addAll(named(rules, "nelson", KnownRules.NELSON));
        if (rules.flag("ewma")) {
            on.add(KnownRules.of(ewma));
        }
        if (rules.flag("cusum")) {
            on.add(KnownRules.of(cusum));
        }
        return on;
    }

    private static List<ControlRule> named(Section rules, String family, Map<String, ControlRule> known) {
        List<ControlRule> on = new ArrayList<>();
        for (String name : rules.texts(family)) {
            ControlRule rule = known.get(name);
            if (rule == null || on.contains(rule)) {
                String reason =
                        rule == null ? "is no rule; there are " + String.join(", ", known.keySet()) : "is there twice";
                throw rules.wrong(family, name + " " + reason);
            }
            on.add(rule);
        }
        return on;
    }

    /**
     * Of the packaged file, metrics that the institute's own schema has no field for are left out; a file of its own is to
     * name none of them.
     */
    private List<ControlMetric> metrics(Section metrics) {
        List<ControlMetric> all = new ArrayList<>();
        for (String key : metrics.keys()) {
            if (!key.matches("[a-z0-9_]{1,60}")) {
                throw metrics.wrong(key, "must be of small letters, digits and _");
            }
            Section metric = metrics.section(key).allowOnly(Set.of("title", "data", "unit", "decimals"));
            if (isField.test(metric.text("data"))) {
                all.add(metric(key, metric));
            } else if (!metric.fileOf("data").equals(FILE)) {
                throw metric.wrong("data", metric.text("data") + " is no field of lanes");
            }
        }
        return all;
    }

    private static ControlMetric metric(String key, Section metric) {
        int decimals = metric.has("decimals") ? whole(metric, "decimals", 0, 6) : 2;
        return new ControlMetric(
                key,
                metric.text("title"),
                metric.text("data"),
                metric.optionalText("unit").orElse(""),
                decimals);
    }
}
