package org.egcg.reporting.web.page;

import java.util.List;
import java.util.Optional;
import org.egcg.reporting.review.Verdict;
import org.egcg.reporting.web.table.Figure;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Verdicts;

/** What is known of a sample at once: whether it is good, why not, by which figures, and what is to be done. */
public final class SampleHead {

    /** The figures that decide, in their order; a table that lacks some of these columns has no such figures. */
    private static final List<String> DECIDING = List.of(
            "mean_coverage",
            "clean_yield_in_gb",
            "pc_duplicate_reads",
            "pc_mapped_reads",
            "genotype_match",
            "sex_match",
            "freemix",
            "species_found");

    private final Row row;
    private final Verdict verdict;

    SampleHead(Row row) {
        this.row = row;
        this.verdict = row.review().map(review -> review.verdict()).orElseGet(Verdict.NoData::new);
    }

    /** What the limits say now. */
    public String verdict() {
        return verdict.word();
    }

    public String style() {
        return Verdicts.style(verdict.word());
    }

    /** Why it does not simply pass; empty text if it does, or nothing is there to say. */
    public String why() {
        return String.join(", ", verdict.said());
    }

    /** What was recorded of it, with the recorded comment if that says more; empty text if nothing was. */
    public String recorded() {
        String word = text("reviewed");
        String comment = text("review_comments");
        if (word.isEmpty() || word.equals("not reviewed")) {
            return "";
        }
        return "Reviewed: " + word + (comment.isEmpty() || comment.equals(word) ? "" : ", " + comment);
    }

    /** What is to be done, in a sentence. */
    public String next() {
        return SampleStep.of(text("proc_status"), text("useable"), text("delivered"), status())
                .sentence(status());
    }

    /** Whether somebody has to decide about it now. */
    public boolean undecided() {
        return SampleStep.of(text("proc_status"), text("useable"), text("delivered"), status()) == SampleStep.DECIDE;
    }

    private String status() {
        return text("current_lims_status");
    }

    /** The figures that decide, those that were measured and those that are missed. */
    public List<Figure> figures() {
        return DECIDING.stream()
                .flatMap(column -> row.figure(column).stream())
                .filter(figure -> !figure.text().isEmpty() || figure.isMarked())
                .map(this::ordered)
                .toList();
    }

    /** What was ordered stands with what was measured where no limit says more. */
    private Figure ordered(Figure figure) {
        Optional<Figure> order = figure.limit().isEmpty() && figure.label().contains("Yield")
                ? row.figure("expected_yield").filter(one -> !one.text().isEmpty())
                : Optional.empty();
        return order.map(one -> new Figure(
                        figure.label(),
                        figure.text(),
                        one.text() + " ordered",
                        figure.mark(),
                        figure.why(),
                        figure.state()))
                .orElse(figure);
    }

    private String text(String column) {
        return row.raw(column);
    }
}
