package org.egcg.reporting.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.page.Page.Fact;
import org.egcg.reporting.web.reading.Wording;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.StepCount;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.Verdicts;

/**
 * What is known of a project at once.
 *
 * @param path the address of its page
 * @param samples its samples, as the report has them
 */
public record ProjectHead(String path, Rows samples) {

    private static final String LIMS_STATUS = "current_lims_status";
    private static final List<String> COVERED = List.of("mean_coverage", "median_coverage");

    /** Some of the samples, and the table that shows them. */
    public record Part(int count, String words, String style, String href) {}

    /** How many samples stand how to their limits, and which of them wait for somebody; none that are none. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Map<String, Integer> verdicts = new LinkedHashMap<>();
        List.of("fail", "warn", "genotype missing", "pass", "no data yet").forEach(word -> verdicts.put(word, 0));
        samples.rows().forEach(row -> verdicts.merge(verdict(row), 1, Integer::sum));
        verdicts.forEach(
                (word, count) -> add(parts, count, words(word), Verdicts.style(word), Map.of("verdict", word)));
        for (String column : COVERED) {
            add(parts, count(row -> lacks(row, column)), "below " + column.replace('_', ' '), "fail", filter(column));
        }
        add(
                parts,
                count(ProjectHead::undecided),
                "to decide",
                "warn",
                Map.of("useable", "not marked", "proc_status", "finished"));
        return parts;
    }

    /** The samples that are in none of some steps, by what the LIMS says of them instead. */
    List<Part> elsewhere(List<StepCount> steps) {
        Set<String> inside = steps.stream().map(StepCount::status).collect(Collectors.toSet());
        Map<String, Integer> others = new TreeMap<>();
        samples.rows().stream()
                .map(row -> row.raw(LIMS_STATUS))
                .filter(status -> !inside.contains(status))
                .forEach(status -> others.merge(status, 1, Integer::sum));
        List<Part> parts = new ArrayList<>();
        others.forEach((status, count) ->
                add(parts, count, place(status), "", Map.of(LIMS_STATUS, status.isEmpty() ? "!empty" : status)));
        return parts;
    }

    private static String place(String status) {
        return switch (status) {
            case "" -> "unknown to the LIMS";
            case "replace" -> "to be replaced";
            default -> status.replace('_', ' ');
        };
    }

    private static Map<String, String> filter(String column) {
        return Map.of(column, "!outside");
    }

    private void add(List<Part> parts, int count, String words, String style, Map<String, String> filters) {
        if (count > 0) {
            Map<String, String> query = new LinkedHashMap<>();
            filters.forEach((column, value) -> query.put("f." + column, value));
            parts.add(new Part(count, words, style, path + new TableQuery(query).text() + "#t-report"));
        }
    }

    private int count(Predicate<Row> which) {
        return (int) samples.rows().stream().filter(which).count();
    }

    private static String words(String verdict) {
        return switch (verdict) {
            case "pass" -> "within limits";
            case "fail" -> "outside limits";
            case "warn" -> "with warnings";
            case "genotype missing" -> "without genotype";
            case "no data yet" -> "without data";
            default -> verdict;
        };
    }

    private static String verdict(Row row) {
        return row.review().map(review -> review.verdict().word()).orElse("no data yet");
    }

    private static boolean lacks(Row row, String column) {
        return row.figure(column).isPresent()
                && row.finding(column)
                        .map(Finding::standing)
                        .filter(Standing.FAIL::equals)
                        .isPresent();
    }

    private static boolean undecided(Row row) {
        return row.raw("proc_status").equals("finished") && row.raw("useable").equals("not marked");
    }

    /** What the LIMS says of the project itself, by the columns of its status. */
    static List<Fact> facts(Optional<Row> status) {
        List<Fact> facts = new ArrayList<>();
        for (String column : List.of(
                "researcher",
                "project_status",
                "species",
                "nb_quoted_samples",
                "nb_samples",
                "open_date",
                "closed_date")) {
            status.flatMap(row -> row.figure(column))
                    .filter(figure -> !figure.text().isEmpty())
                    .ifPresent(figure ->
                            facts.add(Fact.of(Wording.sentenceCase(figure.label()), Dates.words(figure.text()))));
        }
        return facts;
    }
}
