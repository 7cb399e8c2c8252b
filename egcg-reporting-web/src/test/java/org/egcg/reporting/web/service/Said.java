package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Threshold;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.web.service.PageTable.Cell;

/** What is said of a lane, a run element or a sample: its verdict, and why. */
record Said(String verdict, String reasons) {

    private static final String WARNING = "warning: ";
    private static final Pattern REASON =
            Pattern.compile("((?:warning: )?(?:no (?:possible )?(?:value|order known) for )?)(.*?)( [<>] .*)?");

    /** As reviews and explanations say it. */
    static Said of(BsonDocument review) {
        List<String> reasons = review.getArray("reasons").stream()
                .map(reason -> reason.asString().getValue())
                .toList();
        return new Said(review.getString("verdict").getValue(), String.join(", ", reasons));
    }

    /** The same of many, by their ids. */
    static void all(List<BsonValue> reviews, Map<String, Said> into) {
        reviews.forEach(one -> into.put(one.asDocument().getString("id").getValue(), of(one.asDocument())));
    }

    /** As pages say it, which call metrics by their titles. */
    Said onPages(Subject subject) {
        return new Said(
                verdict,
                reasons.isEmpty()
                        ? ""
                        : String.join(
                                ", ",
                                withoutRepeating(Arrays.stream(reasons.split(", "))
                                        .map(reason -> titled(reason, subject))
                                        .toList())));
    }

    /** Of a metric that it fails by, pages say no warning as well. */
    private static List<String> withoutRepeating(List<String> reasons) {
        return reasons.stream()
                .filter(reason -> !reason.startsWith(WARNING)
                        || reasons.stream()
                                .noneMatch(other -> !other.startsWith(WARNING)
                                        && title(other).equals(title(reason))))
                .toList();
    }

    private static String title(String reason) {
        Matcher words = REASON.matcher(reason);
        return words.matches() ? words.group(2) : reason;
    }

    private static String titled(String reason, Subject subject) {
        Matcher words = REASON.matcher(reason);
        assertThat(words.matches()).as(reason).isTrue();
        String title = Thresholds.packaged().of(subject).values().stream()
                .flatMap(List::stream)
                .filter(limit -> limit.name().equals(words.group(2)))
                .map(Threshold::title)
                .findFirst()
                .orElseThrow();
        return words.group(1) + title + Objects.requireNonNullElse(words.group(3), "");
    }

    /** The same of many, by their ids. */
    static Map<String, Said> onPages(Map<String, Said> said, Subject subject) {
        Map<String, Said> titled = new TreeMap<>();
        said.forEach((id, one) -> titled.put(id, one.onPages(subject)));
        return titled;
    }

    /** As the cells of a row show it. What is outside besides, while a genotype is awaited, is no reason. */
    static Said of(Map<String, Cell> row) {
        String reasons = row.get("verdict_reasons").text();
        boolean isNone = reasons.equals("–") || reasons.startsWith("also ");
        return new Said(row.get("verdict").text(), isNone ? "" : reasons);
    }

    /** As the cells of an export have it, by the names of their columns. */
    static Said exported(Map<String, String> row) {
        return new Said(row.get("Verdict now"), row.get("Why"));
    }
}
