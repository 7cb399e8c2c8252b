package org.egcg.reporting.web.table;

import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.review.Verdict;

/**
 * A lane as a square: what came of it by the limits now, or by a review that failed it.
 *
 * @param style {@code pass}, {@code warn}, {@code fail} or {@code idle}
 * @param words the whole of it, for tooltips, screen readers and exports
 */
public record LaneSquare(String number, String style, String words) {

    /** @param verdict what the limits say of it now */
    public static LaneSquare of(BsonDocument lane, Verdict verdict) {
        String number = String.valueOf((long) Bson.number(lane, "lane_number").orElse(0));
        boolean failed = Bson.texts(lane, "aggregated.review_statuses").contains("fail");
        if (failed && !(verdict instanceof Verdict.Fail)) {
            return new LaneSquare(
                    number, "fail", "Lane " + number + ": failed its review; by the limits now: " + verdict.word());
        }
        return new LaneSquare(
                number, Verdicts.style(verdict.word()), "Lane " + number + ": " + said(verdict, verdict.said()));
    }

    private static String said(Verdict verdict, List<String> reasons) {
        return switch (verdict.word()) {
            case "pass" -> "within limits";
            case "fail" -> "outside its limits: " + String.join(", ", reasons);
            case "warn" -> "within limits, " + String.join(", ", reasons);
            default -> verdict.word();
        };
    }

    /** What is written in the square, so that it can be told without its colour. */
    public String sign() {
        return style.equals("fail") ? "✕" : style.equals("warn") ? "!" : number;
    }
}
