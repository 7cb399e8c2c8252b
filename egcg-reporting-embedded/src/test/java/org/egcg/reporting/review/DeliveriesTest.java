package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import org.bson.BsonDocument;
import org.egcg.reporting.decision.RuleSaid;
import org.egcg.reporting.delivery.Delivery;
import org.egcg.reporting.delivery.DeliverySample;
import org.egcg.reporting.delivery.Readiness;
import org.egcg.reporting.delivery.SampleDecision;
import org.egcg.reporting.delivery.SignedDelivery;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.trail.Origin;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest extends InReviewLab {

    private static final String ORDERED = ", 'required_yield': 120000000000, 'required_coverage': 30";

    @BeforeEach
    void twoSamplesOfWhichOneIsUseable() {
        lab.goodLane("r1", 1, "AAAA");
        lab.goodSample("s1", ORDERED + ", 'species_name': 'Mus musculus', 'user_sample_id': 'mouse 1'");
        lab.goodSample("s2", ORDERED);
        decide("s1", "'reviewed': 'pass', 'useable': 'yes', 'comment': 'looked at'");
    }

    private static void decide(String sample, String words) {
        lab.perform("{'action_type': 'manual_review', 'resource': 'samples', 'review_entities': ['" + sample + "'], "
                + words + "}");
    }

    private static Delivery delivery() {
        return lab.actions.deliveries().of("p1");
    }

    private static SignedDelivery sign(String more) {
        Performed performed = lab.perform("{'action_type': 'sign_off', 'project_id': 'p1' " + more + "}");
        return lab.actions.deliveries().action(Bson.text(performed.data(), "action_id"));
    }

    @Test
    void aSampleIsReadyOnceItIsUseableAndOthersSayWhatTheyLack() {
        lab.post("samples", "{'sample_id': 's3', 'project_id': 'p1', 'control': 'negative', 'useable': 'yes'}");
        lab.goodSample("s4", ORDERED);
        decide("s4", "'useable': 'no', 'comment': 'wrong tube'");

        assertThat(delivery().samples())
                .extracting(DeliverySample::id, DeliverySample::readiness, DeliverySample::lacks)
                .containsExactly(
                        tuple("s1", Readiness.READY, ""),
                        tuple("s2", Readiness.LACKING, "not sequenced, not reviewed, not marked as useable"),
                        tuple("s3", Readiness.LEFT_OUT, "a control"),
                        tuple("s4", Readiness.LEFT_OUT, "not useable (wrong tube)"));
    }

    @Test
    void whatWasSequencedAndNotProcessedSaysSo() {
        lab.post(
                "analysis_driver_procs",
                "{'proc_id': 'x', 'dataset_type': 'sample', 'dataset_name': 's2', 'status': 'failed'}");
        lab.post("run_elements", """
                {'run_element_id': 'r1_1_CC', 'run_id': 'r1', 'lane': 1, 'barcode': 'CC', 'project_id': 'p1',
                 'library_id': 'l1', 'sample_id': 's2', 'bases_r1': 1, 'useable': 'yes'}""");
        assertThat(delivery().samples().get(1).lacks())
                .isEqualTo("processing is failed, not reviewed, not marked as useable");
    }

    @Test
    void theReportHasMethodsMetricsAgainstLimitsAndDecisionsWithNamesAndDates() {
        SignedDelivery signed = sign(", 'comment': 's2 follows'");
        DeliverySample sample = signed.delivery().samples().get(0);

        assertThat(signed)
                .extracting(SignedDelivery::by, one -> one.date().getValue(), SignedDelivery::comment)
                .containsExactly("a_user", 1556272800000L, "s2 follows");
        assertThat(signed.delivery().thresholds()).hasSize(64);
        assertThat(sample.name()).isEqualTo("mouse 1");
        assertThat(sample.methods()).containsEntry("Species", "Mus musculus");
        assertThat(sample.ruled().rules())
                .extracting(RuleSaid::metric)
                .contains("coverage.mean", "aggregated.clean_yield_in_gb");
        assertThat(sample.decisions())
                .extracting(SampleDecision::said, SampleDecision::by, SampleDecision::comment)
                .containsExactly(
                        tuple("reviewed pass", "a_user", "looked at"), tuple("useable yes", "a_user", "looked at"));
        assertThat(sample.decisions()).allMatch(decision -> decision.date().isPresent());
    }

    @Test
    void whatWasSignedStaysAsItWasWhateverBecomesOfTheSamples() {
        Delivery looked = delivery();
        SignedDelivery signed = sign(", 'comment': 's2 follows', 'version': '" + looked.version() + "'");
        decide("s1", "'reviewed': 'fail', 'useable': 'no', 'comment': 'a mistake'");
        lab.records.deleteAll("samples");

        SignedDelivery later = lab.actions.deliveries().action(signed.id());
        assertThat(later).isEqualTo(signed);
        assertThat(later.delivery()).isEqualTo(looked);
        assertThat(lab.actions.deliveries().signed("p1")).containsExactly(signed);
    }

    @Test
    void clientsAreToldWhichSamplesWereReadyAndTheTrailKnowsWhoSigned() {
        BsonDocument told = Origin.command("ann", "page")
                .during(() -> lab.perform("{'action_type': 'sign_off', 'project_id': 'p1', 'comment': 's2 follows'}"))
                .data();
        assertThat(Bson.texts(told, "action_info.review_entities")).containsExactly("s1");
        assertThat(told.getDocument("action_info")).doesNotContainKey("samples");
        TrailEntry entry = lab.reporting.trail().list(TrailQuestion.ALL, 1).get(0);
        assertThat(entry)
                .extracting(
                        TrailEntry::name,
                        one -> one.origin().by(),
                        one -> one.origin().action(),
                        one -> one.origin().why())
                .containsExactly(Bson.text(told, "action_id"), "ann", "sign_off", "s2 follows");
    }

    @Test
    void whatHasChangedSinceItWasLookedAtIsNotSigned() {
        String version = delivery().version();
        decide("s2", "'reviewed': 'fail', 'comment': 'too little'");
        assertThatExceptionOfType(EtagMismatch.class)
                .isThrownBy(() -> sign(", 'comment': 'so', 'version': '" + version + "'"))
                .withMessage("Project p1 has changed since it was looked at.");
        assertThat(lab.actions.deliveries().signed("p1")).isEmpty();
    }

    @Test
    void theSameIsSignedOnceAndTheSecondIsToldBothWhoAndWhen() {
        sign(", 'comment': 's2 follows'");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> sign(", 'comment': 'again'"))
                .withMessage("Project p1 was signed as it is now by a_user at 26_04_2019_10:00:00.");
        decide("s2", "'useable': 'yes', 'comment': 'by eye'");
        assertThat(sign("").delivery().of(Readiness.READY)).hasSize(2);
    }

    @Test
    void whereSamplesAreNotReadyTheCommentSaysWhy() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> sign(", 'comment': ' '"))
                .withMessage("comment: is missing, and 1 of the samples are not ready");
    }

    @Test
    void nothingIsSignedWhereNothingIsReadyOrKnown() {
        decide("s1", "'useable': 'no', 'comment': 'a mistake'");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> sign(", 'comment': 'so'"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> lab.actions.deliveries().of("p9"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> lab.actions.deliveries().action("manual_s1"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> lab.perform("{'action_type': 'sign_off'}"))
                .withMessage("project_id: is missing");
        assertThat(lab.actions.deliveries().signed("p1")).isEmpty();
    }
}
