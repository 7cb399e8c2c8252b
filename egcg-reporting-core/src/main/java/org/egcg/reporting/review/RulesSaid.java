package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bson.BsonValue;
import org.egcg.reporting.decision.RuleSaid;
import org.egcg.reporting.decision.Ruled;

/** What the rules said of a thing, as it is kept with decisions. */
final class RulesSaid {

    private RulesSaid() {}

    /**
     * Of a review; what it failed by is always among it, such as what a run element's lane failed by.
     *
     * @param findings what else is kept, which may be nothing
     */
    static Ruled of(Review review, List<Finding> findings) {
        List<Finding> missed = review.verdict() instanceof Verdict.Fail fail ? fail.missed() : List.of();
        List<RuleSaid> said = new ArrayList<>();
        missed.forEach(finding -> said.add(said(finding, true)));
        findings.stream()
                .filter(finding -> finding.standing() != Standing.DOES_NOT_APPLY && !missed.contains(finding))
                .forEach(finding -> said.add(said(finding, false)));
        return new Ruled(review.verdict().reviewed(), review.thresholds(), said);
    }

    private static RuleSaid said(Finding finding, boolean missed) {
        Threshold threshold = finding.threshold();
        return new RuleSaid(
                threshold.metric(),
                threshold.name(),
                number(finding.value()),
                threshold.comparison().sign(),
                threshold.limit() instanceof Limit.Fixed fixed ? number(fixed.number()) : OptionalDouble.empty(),
                missed);
    }

    private static OptionalDouble number(BsonValue value) {
        return value.isNumber() && Double.isFinite(value.asNumber().doubleValue())
                ? OptionalDouble.of(value.asNumber().doubleValue())
                : OptionalDouble.empty();
    }
}
