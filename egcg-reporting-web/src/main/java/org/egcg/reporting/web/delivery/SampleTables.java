package org.egcg.reporting.web.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcg.reporting.decision.RuleSaid;
import org.egcg.reporting.delivery.DeliverySample;
import org.egcg.reporting.delivery.SampleDecision;
import org.egcg.reporting.review.Comparison;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Threshold;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.web.delivery.DeliveryTable.Cell;
import org.egcg.reporting.web.table.BesideLimit;
import org.egcg.reporting.web.table.CellValue;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Quantity;

/** The tables of a report, a row for each sample. */
final class SampleTables {

    private static final String SAMPLE = "Sample";
    private static final String PER_CENT = "%";

    private SampleTables() {}

    static DeliveryTable decisions(List<DeliverySample> samples) {
        return new DeliveryTable(
                "ready",
                "Ready",
                List.of(SAMPLE, "Name", "Decisions"),
                samples.stream()
                        .map(sample -> List.of(
                                Cell.named(sample),
                                Cell.of(sample.name()),
                                Cell.of(sample.decisions().stream()
                                        .map(SampleTables::sentence)
                                        .collect(Collectors.joining("; ")))))
                        .toList());
    }

    private static String sentence(SampleDecision decision) {
        String who = decision.by().isEmpty() ? "" : " by " + decision.by();
        String when = decision.date().map(date -> ", " + LocalMinute.of(date)).orElse("");
        String why = decision.comment().isEmpty() ? "" : " (" + decision.comment() + ")";
        return decision.said() + who + when + why;
    }

    static DeliveryTable without(String key, String heading, List<DeliverySample> samples) {
        return new DeliveryTable(
                key,
                heading,
                List.of(SAMPLE, "Name", "Why"),
                samples.stream()
                        .map(sample -> List.of(Cell.named(sample), Cell.of(sample.name()), Cell.of(sample.lacks())))
                        .toList());
    }

    /**
     * A column for each metric that any of the samples has a limit for.
     *
     * @param inForce whether the samples were compared with these limits, and not with others before them
     */
    static DeliveryTable metrics(List<DeliverySample> samples, Thresholds limits, boolean inForce) {
        Map<String, String> names = new LinkedHashMap<>();
        samples.forEach(
                sample -> sample.ruled().rules().forEach(rule -> names.putIfAbsent(rule.metric(), rule.name())));
        List<String> metrics = names.keySet().stream().sorted().toList();
        Map<String, Written> shown = new LinkedHashMap<>();
        metrics.forEach(metric -> shown.put(
                metric,
                Written.of(
                        limits.anyOf(metric).map(Threshold::unit).orElse(""),
                        samples.stream()
                                .flatMap(sample -> sample.ruled().rules().stream())
                                .filter(rule -> rule.metric().equals(metric))
                                .toList())));
        List<List<Cell>> rows = new ArrayList<>();
        for (DeliverySample sample : samples) {
            Map<String, RuleSaid> rules = sample.ruled().rules().stream()
                    .collect(Collectors.toMap(RuleSaid::metric, rule -> rule, (first, same) -> first));
            List<Cell> row = new ArrayList<>(List.of(Cell.named(sample)));
            metrics.forEach(metric ->
                    row.add(rules.containsKey(metric) ? shown.get(metric).cell(rules.get(metric)) : Cell.of("")));
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of(SAMPLE));
        Map<String, String> bounds = new HashMap<>();
        for (String metric : metrics) {
            String column = shown.get(metric)
                    .heading(limits.anyOf(metric).map(Threshold::title).orElse(names.get(metric)));
            columns.add(column);
            bounds.put(column, shown.get(metric).several() ? "limits differ" : inForce ? warned(limits, metric) : "");
        }
        return new DeliveryTable(
                "metrics", "Metrics against limits", columns, metrics.isEmpty() ? List.of() : rows, bounds);
    }

    /** Beyond what samples are only marked; where that depends on the sample, from which to which number. */
    private static String warned(Thresholds limits, String metric) {
        List<Threshold> marking = limits.of(Subject.SAMPLE).getOrDefault(metric, List.of()).stream()
                .filter(one -> one.warning().isPresent())
                .sorted(Comparator.comparing(one -> one.warning().orElseThrow().doubleValue()))
                .toList();
        if (marking.isEmpty()) {
            return "no limit";
        }
        String least = number(marking.get(0));
        String most = number(marking.get(marking.size() - 1));
        String side = marking.get(0).comparison() == Comparison.AT_LEAST ? "at least " : "at most ";
        return side + (least.equals(most) ? least : least + " to " + most);
    }

    private static String number(Threshold marking) {
        return Quantity.bound(marking.warning().orElseThrow().doubleValue(), marking.unit());
    }

    /**
     * How the values of one metric are written.
     *
     * @param unit empty text for none
     * @param limit what stands in its heading: the limit of all samples, or empty text if they have several
     * @param several whether samples have several limits
     * @param decimals as many as any of the values needs
     */
    private record Written(String unit, String limit, boolean several, int decimals) {

        static Written of(String unit, List<RuleSaid> rules) {
            List<String> limits =
                    rules.stream().map(rule -> limitOf(rule, unit)).distinct().toList();
            int decimals = rules.stream()
                    .filter(rule -> rule.value().isPresent())
                    .mapToInt(rule -> decimals(rule, unit.equals(PER_CENT)))
                    .max()
                    .orElse(0);
            return new Written(unit, limits.size() == 1 ? limits.get(0) : "", limits.size() > 1, decimals);
        }

        /** As many as the value needs, and as tell one that misses its limit from that. */
        private static int decimals(RuleSaid rule, boolean percentage) {
            double value = rule.value().orElseThrow();
            int alone = percentage
                    ? Kind.PERCENTAGE.decimals(new CellValue.Decimal(value))
                    : Math.max(0, rounded(value).scale());
            return rule.missed() && rule.limit().isPresent()
                    ? BesideLimit.decimals(
                            BigDecimal.valueOf(value),
                            BigDecimal.valueOf(rule.limit().getAsDouble()),
                            alone)
                    : alone;
        }

        private static String limitOf(RuleSaid rule, String unit) {
            return rule.limit().isPresent()
                    ? (rule.sign().equals("<") ? ", at most " : ", at least ")
                            + Quantity.with(rounded(rule.limit().getAsDouble()).toPlainString(), unit)
                    : "";
        }

        /** The unit stands in brackets before the limit; what is per cent or counts what it is called after says so itself. */
        String heading(String title) {
            boolean said = unit.isEmpty() || unit.equals(PER_CENT) || title.contains(unit) || title.endsWith(")");
            return title + (said ? "" : " (" + unit + ")") + limit;
        }

        private String value(double number) {
            return unit.equals(PER_CENT)
                    ? Kind.PERCENTAGE.text(new CellValue.Decimal(number), decimals)
                    : BigDecimal.valueOf(number)
                            .setScale(decimals, RoundingMode.HALF_UP)
                            .toPlainString();
        }

        /** To two decimals; what is small has as many as show its first two digits, as it is not nothing. */
        private static BigDecimal rounded(double number) {
            BigDecimal exact = BigDecimal.valueOf(number);
            int zeros = exact.signum() == 0 ? 0 : Math.max(0, exact.scale() - exact.precision());
            return exact.setScale(zeros + 2, RoundingMode.HALF_UP).stripTrailingZeros();
        }

        Cell cell(RuleSaid rule) {
            String value = rule.value().isPresent() ? value(rule.value().getAsDouble()) : "not measured";
            return new Cell(value + (limit.isEmpty() ? limitOf(rule, unit) : ""), rule.missed() ? "fail" : "pass", "");
        }
    }

    /** A column for each method that any of the samples has. */
    static DeliveryTable methods(List<DeliverySample> samples) {
        Set<String> names = new LinkedHashSet<>();
        samples.forEach(sample -> names.addAll(sample.methods().keySet()));
        List<String> columns = Stream.concat(Stream.of(SAMPLE), names.stream()).toList();
        List<List<Cell>> rows = samples.stream()
                .map(sample -> Stream.concat(
                                Stream.of(Cell.named(sample)),
                                names.stream()
                                        .map(name -> Cell.of(sample.methods().getOrDefault(name, ""))))
                        .toList())
                .toList();
        return new DeliveryTable("methods", "Methods", columns, names.isEmpty() ? List.of() : rows);
    }
}
