package org.egcg.reporting.web.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.review.Verdict;

/** Why a row is judged as it is, in the words of pages. */
final class Reasons {

    private static final String BETWEEN = ", ";
    private static final String ALSO = "also ";
    private static final List<Standing> OUTSIDE = List.of(Standing.FAIL, Standing.WARN);

    /** A metric's last word and the limit on whose wrong side it is. */
    private static final Pattern COMPARED = Pattern.compile("\\S+ [<>] \\S+$");

    private Reasons() {}

    /** Empty if there is nothing to say. What pages alone say is no reason of the verdict. */
    static Optional<CellValue> of(Review review) {
        Verdict verdict = review.verdict();
        List<String> said = verdict instanceof Verdict.GenotypeMissing ? also(review.findings()) : verdict.said();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CellValue.Reworded(String.join(BETWEEN, verdict.reasons()), String.join(BETWEEN, said)));
    }

    /** What is outside of its limits though nothing is decided by it yet. */
    private static List<String> also(List<Finding> findings) {
        List<Finding> outside = findings.stream()
                .filter(finding -> OUTSIDE.contains(finding.standing()))
                .toList();
        return outside.isEmpty()
                ? List.of()
                : List.of(ALSO + String.join(BETWEEN, Verdict.on(outside).said()));
    }

    /** Each as a part of its own, in which what is compared is not parted from its limit. */
    static void write(Markup out, String said) throws IOException {
        out.open("span", "class", "said");
        if (said.startsWith(ALSO)) {
            out.open("span", "class", "also").text(ALSO).close("span");
        }
        String[] reasons = said.replaceFirst("^" + ALSO, "").split(BETWEEN);
        for (int i = 0; i < reasons.length; i++) {
            out.open("span");
            one(out, reasons[i]);
            out.text(i + 1 < reasons.length ? BETWEEN : "").close("span");
        }
        out.close("span");
    }

    private static void one(Markup out, String reason) throws IOException {
        Matcher compared = COMPARED.matcher(reason);
        if (compared.find()) {
            out.text(reason.substring(0, compared.start())).element("span", compared.group());
        } else {
            out.text(reason);
        }
    }
}
