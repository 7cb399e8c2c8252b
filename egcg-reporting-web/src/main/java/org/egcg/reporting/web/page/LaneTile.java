package org.egcg.reporting.web.page;

import java.util.Optional;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.review.Verdict;
import org.egcg.reporting.web.table.Amount;
import org.egcg.reporting.web.table.CellValue;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Verdicts;

/**
 * A lane at a glance.
 *
 * @param state what its reviews say
 * @param verdict what came of it by the limits
 */
public record LaneTile(
        String number,
        String href,
        String tab,
        String state,
        Verdict verdict,
        Optional<Finding> yield,
        Optional<Finding> q30,
        Optional<Double> yieldInGb,
        String q30Text) {

    private static final String YIELD = "yield_in_gb";
    private static final String Q30 = "pc_q30";

    /** How far the scale goes beyond the limit, so that more than enough can be seen. */
    private static final double BEYOND = 4.0 / 3;

    static LaneTile of(Row lane, String path) {
        String number = text(lane, "lane_number", Kind.TEXT);
        return new LaneTile(
                number,
                path + "?demultiplexing=" + number + "#t-demultiplexing" + number,
                "demultiplexing" + number,
                text(lane, "review_statuses", Kind.TEXT),
                lane.review().map(Review::verdict).orElseGet(Verdict.NoData::new),
                lane.finding(YIELD),
                lane.finding(Q30),
                lane.value(YIELD) instanceof CellValue.Numeric yield
                        ? Optional.of(yield.number().doubleValue())
                        : Optional.empty(),
                lane.shown(Q30));
    }

    private static String text(Row lane, String column, Kind kind) {
        return kind.joined(lane.value(column));
    }

    /** The verdict in words: that it passes, or how many limits it misses. */
    public String words() {
        int reasons = verdict.reasons().size();
        return switch (verdict.word()) {
            case "pass" -> "within limits";
            case "warn" -> reasons == 1 ? "1 warning" : reasons + " warnings";
            case "fail" -> reasons == 1 ? "1 limit missed" : reasons + " limits missed";
            default -> verdict.word();
        };
    }

    public String style() {
        return Verdicts.style(verdict.word());
    }

    public boolean failed() {
        return verdict instanceof Verdict.Fail;
    }

    /** Why it does not simply pass; empty text if it does. */
    public String reasons() {
        return String.join(", ", verdict.said());
    }

    /** Whether there is a yield to draw. */
    public boolean measured() {
        return yieldInGb.isPresent();
    }

    public double yieldValue() {
        return yieldInGb.orElse(0.0);
    }

    public double scale() {
        return Math.max(limit().orElse(1.0) * BEYOND, yieldValue());
    }

    /** Where the least that is expected stands in the drawing of the yield, in per cent of its width; empty text without one. */
    public String tick() {
        return limit().filter(least -> measured())
                .map(least -> Kind.TEXT.text(Math.round(1000 * least / scale()) / 10.0))
                .orElse("");
    }

    private Optional<Double> limit() {
        return yield.map(Finding::bound).filter(bound -> bound.isNumber()).map(bound -> bound.asNumber()
                .doubleValue());
    }

    public boolean low() {
        return yield.filter(LaneTile::isMarked).isPresent();
    }

    public boolean q30Low() {
        return q30.filter(LaneTile::isMarked).isPresent();
    }

    private static boolean isMarked(Finding finding) {
        return finding.standing() == Standing.FAIL || finding.standing() == Standing.WARN;
    }

    public String yieldText() {
        return measured() ? (low() ? "▼ " : "") + amount() : "–";
    }

    private String amount() {
        return limit().filter(least -> low())
                .map(least -> Amount.ofGb(yieldValue(), least))
                .orElseGet(() -> Amount.ofGb(yieldValue()));
    }

    public String yieldWords() {
        return "Yield " + amount()
                + limit().map(least -> "; at least " + Kind.TEXT.text(least) + " Gb expected")
                        .orElse("");
    }
}
