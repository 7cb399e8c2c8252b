package org.egcg.reporting.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DecisionStatisticsTest {

    private static final Instant APRIL = Instant.parse("2026-04-20T10:00:00Z");

    private static RuleSaid q30(double value) {
        return new RuleSaid("pc_q30", "%Q30", OptionalDouble.of(value), ">", OptionalDouble.of(75), value < 75);
    }

    private static RuleSaid duplicates(double value) {
        return new RuleSaid("dups", "Duplicates", OptionalDouble.of(value), "<", OptionalDouble.of(20), value > 20);
    }

    private static Ruling ruling(String by, Instant at, String reviewed, RuleSaid... rules) {
        List<RuleSaid> said = List.of(rules);
        String word = said.stream().anyMatch(RuleSaid::missed) ? "fail" : "pass";
        return new Ruling(
                "lanes",
                "r1_1",
                by,
                Optional.of(reviewed),
                Optional.empty(),
                "because",
                at,
                Optional.of(at.minus(Duration.ofHours(by.length()))),
                new Ruled(word, "v1", said),
                List.of("Homo sapiens"),
                List.of("MiSeq"));
    }

    private static DecisionStatistics of(Ruling... rulings) {
        return new DecisionStatistics(List.of(rulings));
    }

    @Test
    void nothingDecidedCountsForNothing() {
        DecisionStatistics none = of();
        assertThat(none.total()).isEqualTo(new Tally("", 0, 0, 0, Optional.empty()));
        assertThat(none.total().share()).isZero();
        assertThat(none.by(Facet.RULE)).isEmpty();
        assertThat(none.limits()).isEmpty();
    }

    @Test
    void whatIsDecidedOtherwiseThanTheRulesIsOverruledInBothDirections() {
        DecisionStatistics three = of(
                ruling("ann", APRIL, "pass", q30(74)),
                ruling("ann", APRIL, "fail", q30(80)),
                ruling("ann", APRIL, "pass", q30(80)));
        assertThat(three.total()).isEqualTo(new Tally("", 3, 2, 1, Optional.of(Duration.ofHours(3))));
        assertThat(three.rulings()).filteredOn(Ruling::overruled).hasSize(2);
    }

    @Test
    void whereTheRulesSayNothingTheyCannotBeOverruled() {
        Ruling silent = new Ruling(
                "samples",
                "s1",
                "ann",
                Optional.of("fail"),
                Optional.empty(),
                "",
                APRIL,
                Optional.empty(),
                Ruled.SILENT,
                List.of(),
                List.of());
        assertThat(silent.overruled()).isFalse();
        assertThat(of(silent).by(Facet.SPECIES)).extracting(Tally::key).containsExactly(Facet.UNKNOWN);
        assertThat(of(silent).total().waited()).isEmpty();
    }

    @Test
    void aThingThatFailedByTwoRulesCountsForBoth() {
        DecisionStatistics one = of(ruling("ann", APRIL, "pass", q30(70), duplicates(30)));
        assertThat(one.by(Facet.RULE))
                .extracting(Tally::key, Tally::overruled)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("pc_q30", 1),
                        org.assertj.core.groups.Tuple.tuple("dups", 1));
        assertThat(one.nameOf("dups")).isEqualTo("Duplicates");
    }

    @Test
    void whatWasOverruledMostComesFirstAndMonthsInTheirOrder() {
        Instant may = APRIL.plus(Duration.ofDays(30));
        DecisionStatistics some = of(
                ruling("bob", may, "pass", q30(70)),
                ruling("bob", may, "pass", q30(80)),
                ruling("ann", APRIL, "pass", q30(80)),
                ruling("ann", APRIL, "pass", q30(80)),
                ruling("ann", APRIL, "pass", q30(80)));
        assertThat(some.by(Facet.REVIEWER)).extracting(Tally::key).containsExactly("bob", "ann");
        assertThat(some.by(Facet.MONTH)).extracting(Tally::key).containsExactly("2026-04", "2026-05");
        assertThat(some.with(Facet.REVIEWER, "bob").total().share()).isEqualTo(0.5);
    }

    @Test
    void theMedianOfTimesIsThatOfTheMiddle() {
        DecisionStatistics two = of(ruling("a", APRIL, "pass", q30(80)), ruling("abc", APRIL, "pass", q30(80)));
        assertThat(two.total().waited()).contains(Duration.ofHours(2));
    }

    @Test
    void theLimitThatFitsMakesTheSameDecisionsAsPeople() {
        DecisionStatistics decided = of(
                ruling("ann", APRIL, "pass", q30(72)),
                ruling("ann", APRIL, "pass", q30(71)),
                ruling("ann", APRIL, "fail", q30(69)),
                ruling("ann", APRIL, "pass", q30(90)));
        assertThat(decided.limits())
                .containsExactly(new FittingLimit("pc_q30", "%Q30", ">", 75, 4, 2, 71, 4))
                .allMatch(FittingLimit::isOther);
    }

    @Test
    void ofLimitsThatFitAsWellTheNearestToThePresentOneIsTold() {
        DecisionStatistics decided = of(ruling("ann", APRIL, "fail", q30(60)), ruling("ann", APRIL, "pass", q30(90)));
        assertThat(decided.limits()).containsExactly(new FittingLimit("pc_q30", "%Q30", ">", 75, 2, 2, 75, 2));
        assertThat(decided.limits().get(0).isOther()).isFalse();
    }

    @Test
    void whatAnotherRuleDecidesSaysNothingOfALimit() {
        DecisionStatistics decided =
                of(ruling("ann", APRIL, "fail", q30(70), duplicates(30)), ruling("ann", APRIL, "pass", duplicates(25)));
        assertThat(decided.limits()).containsExactly(new FittingLimit("dups", "Duplicates", "<", 20, 1, 0, 25, 1));
    }

    @Test
    void peopleMayFailAllThatTheLimitLetsPass() {
        DecisionStatistics decided = of(
                ruling("ann", APRIL, "fail", q30(80)),
                ruling("ann", APRIL, "fail", q30(70)),
                ruling("ann", APRIL, "fail", q30(90)));
        FittingLimit limit = decided.limits().get(0);
        assertThat(limit.agreeingThen()).isEqualTo(3);
        assertThat(limit.fitting()).isGreaterThan(90);
    }
}
