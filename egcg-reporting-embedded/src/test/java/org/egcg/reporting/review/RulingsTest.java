package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.decision.DecisionStatistics;
import org.egcg.reporting.decision.Facet;
import org.egcg.reporting.decision.RuleSaid;
import org.egcg.reporting.decision.Ruling;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulingsTest extends InReviewLab {

    @BeforeEach
    void withoutDecisions() {
        lab.store.connect().deleteAll("decisions", new BsonDocument());
    }

    private static DecisionStatistics decided() {
        return lab.reporting
                .rulings()
                .between(Instant.parse("2019-04-01T00:00:00Z"), Instant.parse("2019-05-01T00:00:00Z"));
    }

    private static String decide(String resource, String ids, String more) {
        return lab.perform("{'action_type': 'manual_review', 'resource': '" + resource + "', 'review_entities': [" + ids
                        + "], " + more + "}")
                .data()
                .getString("action_id")
                .getValue();
    }

    @Test
    void aLaneIsOneDecisionHoweverManyRunElementsItHas() {
        lab.goodLane("150723_E00306_0025_BHCHK3CCXY", 1);
        lab.element("150723_E00306_0025_BHCHK3CCXY", 1, "AAAA", 1000);
        lab.element("150723_E00306_0025_BHCHK3CCXY", 1, "CCCC", 1000);
        lab.goodSample("s1", ", 'species_name': 'Homo sapiens'");
        decide("lanes", "'150723_E00306_0025_BHCHK3CCXY_1'", "'reviewed': 'pass', 'comment': 'enough for us'");
        List<Ruling> rulings = decided().rulings();
        assertThat(rulings).hasSize(1);
        Ruling one = rulings.get(0);
        assertThat(one.kind()).isEqualTo("lanes");
        assertThat(one.id()).isEqualTo("150723_E00306_0025_BHCHK3CCXY_1");
        assertThat(one.overruled()).isTrue();
        assertThat(one.species()).containsExactly("Homo sapiens");
        assertThat(one.instruments()).containsExactly("HiSeq X");
        assertThat(one.ruled().missed()).extracting(RuleSaid::metric).contains("aggregated.yield_in_gb");
        assertThat(one.ruled().missed())
                .allMatch(rule -> rule.value().isPresent() && rule.limit().isPresent());
    }

    @Test
    void aLaneThatIsNamedAsItsOnlyRunElementIsALaneIfItWasDecidedOnAsOne() {
        lab.goodLane("r1", 1);
        lab.post(
                "run_elements",
                "{'run_element_id': 'r1_1', 'run_id': 'r1', 'lane': 1, 'project_id': 'p1', 'library_id': 'l1', 'sample_id': 's1'}");
        decide("lanes", "'r1_1'", "'reviewed': 'pass', 'comment': 'enough for us'");
        decide("run_elements", "'r1_1'", "'reviewed': 'fail', 'comment': 'after all'");
        assertThat(decided().rulings()).extracting(Ruling::kind).containsExactlyInAnyOrder("lanes", "run_elements");
    }

    @Test
    void whatWasTakenBackDoesNotCountAndWhatWasDecidedAnewDoes() {
        lab.goodLane("r1", 1, "AAAA", "CCCC");
        String first = decide("run_elements", "'r1_1_AAAA'", "'reviewed': 'fail', 'comment': 'no'");
        decide("run_elements", "'r1_1_CCCC'", "'useable': 'no', 'comment': 'no'");
        assertThat(decided().total().overruled()).isEqualTo(2);
        lab.perform("{'action_type': 'undo', 'action_id': '" + first + "'}");
        assertThat(decided().rulings()).extracting(Ruling::id).containsExactly("r1_1_CCCC");
    }

    @Test
    void whatWasRefusedDoesNotCount() {
        lab.goodLane("r1", 1, "AAAA");
        assertThatExceptionOfType(EtagMismatch.class)
                .isThrownBy(() -> decide(
                        "run_elements", "'r1_1_AAAA'", "'reviewed': 'pass', 'versions': {'r1_1_AAAA': 'of old'}"));
        assertThat(decided().rulings()).isEmpty();
        assertThat(decided().by(Facet.RULE)).isEmpty();
    }

    @Test
    void aDecisionOnASampleKeepsWhatTheRulesSaid() {
        lab.goodSample("s1", ", 'species_name': 'Canis lupus', 'required_coverage': 30, 'required_yield': 1000000000");
        lab.post(
                "analysis_driver_procs",
                "{'proc_id': 'p1', 'dataset_type': 'sample', 'dataset_name': 's1', 'status': 'finished',"
                        + " 'start_date': '25_04_2019_10:00:00', 'end_date': '26_04_2019_07:00:00'}");
        decide("samples", "'s1'", "'reviewed': 'fail', 'comment': 'wrong dog'");
        Ruling one = decided().rulings().get(0);
        assertThat(one.reviewed()).isEqualTo(Optional.of("fail"));
        assertThat(one.waited()).contains(java.time.Duration.ofHours(3));
        assertThat(one.ruled().rules()).isNotEmpty();
        assertThat(one.ruled().thresholds()).isEqualTo(lab.actions.thresholds().version());
    }

    @Test
    void onlyDecisionsOfTheTimeCount() {
        lab.goodLane("r1", 1, "AAAA");
        decide("run_elements", "'r1_1_AAAA'", "'reviewed': 'pass'");
        assertThat(lab.reporting
                        .rulings()
                        .between(Instant.parse("2019-04-27T00:00:00Z"), Instant.parse("2020-01-01T00:00:00Z"))
                        .rulings())
                .isEmpty();
    }
}
