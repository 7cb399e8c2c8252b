package org.egcg.reporting.web.reading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.review.Comparison;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.desk.DeskItem.Measured;
import org.egcg.reporting.web.desk.DeskItem.Named;
import org.egcg.reporting.web.desk.DeskKind;
import org.egcg.reporting.web.desk.Trend;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.Verdicts;

/** The values of one thing that is to be decided, in words. */
final class DeskValues {

    private static final List<Standing> WORST_FIRST =
            List.of(Standing.FAIL, Standing.NO_VALUE, Standing.WARN, Standing.PASS);
    private static final Set<String> AGAINST = Set.of("fail", "warn");
    private static final Map<DeskKind, List<String>> RECORDED = Map.of(
            DeskKind.LANES,
            List.of(
                    "aggregated.review_statuses",
                    "aggregated.review_comments",
                    "aggregated.review_date",
                    "aggregated.useable_statuses",
                    "aggregated.useable_reviewers"),
            DeskKind.SAMPLES,
            List.of(
                    "reviewed",
                    "review_comments",
                    "review_date",
                    "useable",
                    "useable_comments",
                    "useable_reviewer",
                    "useable_date"));

    private DeskValues() {}

    /**
     * What the rules compare, the worst first.
     *
     * @param trends by metrics
     */
    static List<Measured> measured(Review review, Map<String, Trend> trends) {
        return WORST_FIRST.stream()
                .flatMap(standing -> review.findings().stream().filter(finding -> finding.standing() == standing))
                .map(finding -> measured(
                        finding,
                        Optional.ofNullable(trends.get(finding.threshold().metric()))))
                .toList();
    }

    private static Measured measured(Finding finding, Optional<Trend> trend) {
        String unit = finding.threshold().unit();
        String side = finding.threshold().comparison() == Comparison.AT_LEAST ? "at least " : "at most ";
        return new Measured(
                finding.threshold().title(),
                finding.value().isNumber() ? Quantity.measured(finding) : "–",
                side(finding),
                finding.bound().isNumber()
                        ? side + Quantity.bound(finding.bound().asNumber().doubleValue(), unit)
                        : "",
                finding.standing() == Standing.NO_VALUE && finding.passes()
                        ? "not measured"
                        : finding.standing().word(),
                style(finding),
                trend);
    }

    private static String side(Finding finding) {
        String side = finding.threshold().comparison() == Comparison.AT_LEAST ? "low" : "high";
        return switch (finding.standing()) {
            case FAIL -> side;
            case WARN -> side + " warn";
            default -> "";
        };
    }

    private static String style(Finding finding) {
        return switch (finding.standing()) {
            case PASS -> "pass";
            case WARN -> "warn";
            case FAIL -> "fail";
            default -> finding.passes() ? "idle" : "fail";
        };
    }

    /**
     * The columns that lists show at first, as far as they have a value; states that speak against the thing come first.
     *
     * @param measured what is said already, as what is recorded of reviews is
     */
    static List<Named> metrics(
            BsonDocument document, TableDefinition table, DeskKind kind, List<Measured> measured, ZoneId zone) {
        Set<String> known = measured.stream().map(Measured::name).collect(Collectors.toSet());
        String key = kind.field();
        Layout layout = Layout.of(table, key, zone);
        List<Row> rows = new Rows.Merge(layout, false)
                .add(List.of(Rows.decoded(document)).iterator())
                .rows(Instant.now())
                .rows();
        List<Named> metrics = new ArrayList<>();
        for (Column column : table.columns()) {
            String value = column.format().kind().joined(rows.get(0).value(column.id()));
            boolean said = column.id().equals(key)
                    || column.order().toString().startsWith("judged.")
                    || RECORDED.get(kind).contains(column.path().toString())
                    || known.contains(column.name());
            if (column.visible() && !said && !value.isEmpty()) {
                String style = column.format().kind() == Kind.STATE ? Verdicts.style(value) : "";
                metrics.add(new Named(column.name(), Quantity.with(Dates.words(value), column.unit()), style));
            }
        }
        metrics.sort(Comparator.comparingInt(one -> AGAINST.contains(one.style()) ? 0 : 1));
        return metrics;
    }

    /** What its documents say of reviews. */
    static List<Named> recorded(DeskKind kind, BsonDocument document, ZoneId zone) {
        List<Named> recorded = new ArrayList<>();
        for (String path : RECORDED.get(kind)) {
            String text = Bson.moment(document, path)
                    .map(moment -> Dates.minute(LocalDateTime.ofInstant(moment, zone)))
                    .orElseGet(() -> Bson.optionalText(document, path)
                            .orElseGet(() -> String.join(", ", Bson.texts(document, path))));
            if (!text.isEmpty()) {
                recorded.add(new Named(name(path), text, ""));
            }
        }
        return recorded;
    }

    private static String name(String path) {
        String words = path.replaceFirst("^aggregated\\.", "").replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
