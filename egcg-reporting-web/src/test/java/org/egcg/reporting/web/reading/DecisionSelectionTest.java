package org.egcg.reporting.web.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.egcg.reporting.decision.DecisionStatistics;
import org.egcg.reporting.decision.Facet;
import org.egcg.reporting.decision.FittingLimit;
import org.egcg.reporting.decision.RuleSaid;
import org.egcg.reporting.decision.Ruled;
import org.egcg.reporting.decision.Ruling;
import org.egcg.reporting.decision.Tally;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.junit.jupiter.api.Test;

/** Each number of the page of decisions leads to what it counts, whatever was asked for before. */
class DecisionSelectionTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final Instant APRIL = Instant.parse("2026-04-20T10:00:00Z");

    private final Random random = new Random(20);
    private final DecisionStatistics all = new DecisionStatistics(some());
    private int followed;

    private List<Ruling> some() {
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<RuleSaid> rules = List.of(
                    rule("pc_q30", ">", 75, 65 + random.nextInt(20)), rule("dups", "<", 20, 10 + random.nextInt(20)));
            rulings.add(new Ruling(
                    of("lanes", "samples"),
                    "id" + i,
                    of("ann", "bob"),
                    random.nextInt(5) == 0 ? Optional.empty() : Optional.of(of("pass", "fail")),
                    Optional.of(of("yes", "no")),
                    "because",
                    APRIL.plus(Duration.ofDays(random.nextInt(40))),
                    Optional.empty(),
                    new Ruled(rules.stream().anyMatch(RuleSaid::missed) ? "fail" : "pass", "v1", rules),
                    random.nextInt(4) == 0 ? List.of() : List.of("Homo sapiens", "Mus musculus"),
                    List.of(of("MiSeq", "NovaSeq"), "HiSeq")));
        }
        return rulings;
    }

    private String of(String one, String other) {
        return random.nextBoolean() ? one : other;
    }

    private static RuleSaid rule(String metric, String sign, double limit, double value) {
        boolean missed = sign.equals(">") ? value < limit : value > limit;
        return new RuleSaid(metric, metric, OptionalDouble.of(value), sign, OptionalDouble.of(limit), missed);
    }

    private int counted(Map<String, String> arguments) {
        return new DecisionSelection(arguments, TODAY).of(all).rulings().size();
    }

    /** What each number of a page leads to, and the numbers of those pages. */
    private void follow(Map<String, String> arguments, int deep) {
        DecisionSelection selection = new DecisionSelection(arguments, TODAY);
        DecisionStatistics found = selection.of(all);
        List<Map<String, String>> next = new ArrayList<>();
        for (TallyNumber number : TallyNumber.values()) {
            lead(number.of(found.total()), selection.counting(number), arguments, next);
        }
        for (Facet facet : Facet.values()) {
            for (Tally tally : selection.tallies(found, facet)) {
                for (TallyNumber number : TallyNumber.values()) {
                    lead(number.of(tally), selection.counting(facet, tally.key(), number), arguments, next);
                }
            }
        }
        for (FittingLimit limit : selection.limits(found)) {
            lead(limit.decisions(), selection.counting(limit), arguments, next);
            lead(limit.agreeing(), selection.making(limit, limit.limit()), arguments, next);
            lead(limit.agreeingThen(), selection.making(limit, limit.fitting()), arguments, next);
        }
        if (deep > 1) {
            next.forEach(one -> follow(one, deep - 1));
        }
    }

    /** A number 0 leads nowhere. */
    private void lead(int number, Map<String, String> to, Map<String, String> from, List<Map<String, String>> next) {
        if (number > 0) {
            assertThat(counted(to)).as("%s from %s", to, from).isEqualTo(number);
            next.add(to);
            followed++;
        }
    }

    @Test
    void eachNumberLeadsToItsListAndSoDoThoseOfThatList() {
        follow(Map.of(), 2);
        follow(Map.of("kind", "lanes", "overruled", "passed"), 1);
        assertThat(followed).isGreaterThan(2000);
    }

    @Test
    void whatWasPassedAndWhatWasFailedAllTheSameAreDifferentLists() {
        Tally total = all.total();
        assertThat(counted(Map.of("overruled", "passed")))
                .isEqualTo(total.passed())
                .isNotEqualTo(total.overruled());
        assertThat(counted(Map.of("overruled", "failed"))).isEqualTo(total.overruled() - total.passed());
    }

    @Test
    void aYearEndsTodayUnlessAnotherTimeIsAskedFor() {
        DecisionSelection year = new DecisionSelection(Map.of(), TODAY);
        assertThat(year.begin()).isEqualTo(Instant.parse("2025-06-01T00:00:00Z"));
        assertThat(year.end()).isEqualTo(Instant.parse("2026-06-02T00:00:00Z"));
        DecisionSelection asked = new DecisionSelection(Map.of("from", "2026-04-01", "to", "2026-04-02"), TODAY);
        assertThat(Duration.between(asked.begin(), asked.end())).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whatMakesNoSenseIsRefusedByItsName() {
        assertThatThrownBy(() -> new DecisionSelection(Map.of("from", "then"), TODAY).begin())
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("from: expected a day");
        assertThatThrownBy(() -> counted(Map.of("overruled", "perhaps")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("overruled: expected yes, passed or failed");
        assertThatThrownBy(() -> counted(Map.of("limit", "dups", "agrees", "now")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("agrees: expected limits");
    }
}
