package org.egcg.reporting.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcg.reporting.aggregation.Formula;
import org.egcg.reporting.review.Circumstance;
import org.egcg.reporting.review.Comparison;
import org.egcg.reporting.review.Limit;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Threshold;
import org.egcg.reporting.web.table.Quantity;

/**
 * A limit on the page of limits.
 *
 * @param number its place on the page, by which the address of a what-if names it
 * @param file the file that says so
 * @param counts how many of the last weeks stand how to it; empty if that is not known
 */
public record LimitRow(
        Subject subject, int number, Threshold threshold, String file, Map<Standing, Long> counts, boolean first) {

    /** What marked values lead to; the first limit of a metric has it. */
    public String anchor() {
        return first ? (subject.reviewed() + ":" + threshold.metric()).replace(' ', '_') : "";
    }

    public String name() {
        return threshold.title();
    }

    public String metric() {
        return threshold.formula().map(Formula::text).orElse(threshold.metric());
    }

    /** For what it holds. */
    public String when() {
        Map<Circumstance, Set<String>> wanted = threshold.when().wanted();
        return wanted.isEmpty()
                ? "everything else"
                : wanted.entrySet().stream()
                        .map(one -> circumstance(one.getKey(), one.getValue()))
                        .collect(Collectors.joining("; "));
    }

    private static String circumstance(Circumstance circumstance, Set<String> values) {
        if (circumstance == Circumstance.READS && values.size() == 1) {
            String number = values.iterator().next();
            return number + (number.equals("1") ? " read" : " reads");
        }
        return circumstance.words() + " "
                + (circumstance == Circumstance.INSTRUMENT ? families(values) : String.join(", ", values));
    }

    /** Models that differ in their last word alone are one: {@code HiSeq 2500/4000}. */
    private static String families(Set<String> models) {
        Map<String, String> families = new LinkedHashMap<>();
        models.forEach(model -> {
            String[] words = model.split(" (?=[^ ]+$)");
            families.merge(words[0], model, (others, one) -> others + "/" + words[words.length - 1]);
        });
        return String.join(", ", families.values());
    }

    private String side() {
        return threshold.comparison() == Comparison.AT_LEAST ? "below " : "above ";
    }

    /** A number stays beside its unit where a line ends. */
    private String bound(double number) {
        return side() + Quantity.bound(number, threshold.unit()).replace(' ', '\u00a0');
    }

    /** What fails, in words. */
    public String fails() {
        if (threshold.limit() instanceof Limit.Fixed fixed) {
            return bound(fixed.number().doubleValue());
        }
        return threshold.limit() instanceof Limit.Ordered ordered
                ? side() + "the " + ordered.what() + " that was ordered"
                : threshold.compares() ? "nothing" : "does not apply";
    }

    /** What warns, in words; empty text for nothing. */
    public String warns() {
        return threshold.warning().map(number -> bound(number.doubleValue())).orElse("");
    }

    /** What a number that is tried means, such as {@code below (Gb)}. */
    public String trying() {
        return side().strip() + (threshold.unit().isEmpty() ? "" : " (" + threshold.unit() + ")");
    }

    public String unit() {
        return threshold.unit();
    }

    /** Whether nothing that was counted is of the kind that it holds for. */
    public boolean idle() {
        return counts.isEmpty();
    }

    /** Whether a missing value fails. */
    public boolean needed() {
        return !threshold.optional() && threshold.compares() && !(threshold.limit() instanceof Limit.None);
    }

    private String count(Standing standing) {
        if (!threshold.compares()) {
            return "";
        }
        return counts.isEmpty() ? "–" : Quantity.count(counts.getOrDefault(standing, 0L));
    }

    public String passing() {
        return count(Standing.PASS);
    }

    public String warning() {
        return count(Standing.WARN);
    }

    public String failing() {
        return count(Standing.FAIL);
    }

    public String missing() {
        return count(Standing.NO_VALUE);
    }

    /** Whether there is a number to change. */
    public boolean changeable() {
        return threshold.limit() instanceof Limit.Fixed || threshold.warning().isPresent();
    }

    public String value() {
        return threshold.limit() instanceof Limit.Fixed fixed
                ? plain(fixed.number().doubleValue())
                : "";
    }

    public String warnValue() {
        return threshold.warning().map(number -> plain(number.doubleValue())).orElse("");
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
