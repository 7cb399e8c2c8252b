package org.egcg.reporting.web.page;

import java.util.List;
import org.egcg.reporting.web.table.Amount;
import org.egcg.reporting.web.table.CellValue;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Row;

/**
 * A lane at a glance.
 *
 * @param crossed the headings of the columns that are outside their limits
 */
public record LaneTile(
        String number, String href, String tab, String state, List<String> crossed, double yieldValue, String q30Text) {

    private static final double YIELD_LIMIT = 120;
    private static final double SCALE = 160;

    static LaneTile of(Row lane, String path) {
        String number = text(lane, "lane_number", Kind.TEXT);
        return new LaneTile(
                number,
                path + "?demultiplexing=" + number + "#t-demultiplexing" + number,
                "demultiplexing" + number,
                text(lane, "review_statuses", Kind.TEXT),
                lane.outside(),
                number(lane.value("yield_in_gb")),
                text(lane, "pc_q30", Kind.PERCENTAGE));
    }

    private static double number(CellValue value) {
        return value instanceof CellValue.Numeric numeric ? numeric.number().doubleValue() : 0;
    }

    private static String text(Row lane, String column, Kind kind) {
        return kind.joined(lane.value(column));
    }

    /** How many limits are crossed; else what the review says. */
    public String verdict() {
        if (!crossed.isEmpty()) {
            return crossed.size() == 1 ? "1 limit" : crossed.size() + " limits";
        }
        return "within limits";
    }

    public String style() {
        return crossed.isEmpty() ? "pass" : "fail";
    }

    public double scale() {
        return Math.max(SCALE, yieldValue);
    }

    public boolean low() {
        return crossed.contains("Yield");
    }

    public boolean q30Low() {
        return crossed.contains("%Q30");
    }

    public String yieldText() {
        return (low() ? "▼ " : "") + Amount.ofGb(yieldValue);
    }

    public String yieldWords() {
        return "Yield " + Amount.ofGb(yieldValue) + "; at least " + Kind.TEXT.text(YIELD_LIMIT) + " expected";
    }
}
