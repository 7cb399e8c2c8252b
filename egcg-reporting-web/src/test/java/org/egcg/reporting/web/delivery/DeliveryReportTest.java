package org.egcg.reporting.web.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bson.BsonDateTime;
import org.egcg.reporting.decision.RuleSaid;
import org.egcg.reporting.decision.Ruled;
import org.egcg.reporting.delivery.Delivery;
import org.egcg.reporting.delivery.DeliverySample;
import org.egcg.reporting.delivery.Readiness;
import org.egcg.reporting.delivery.SampleDecision;
import org.egcg.reporting.delivery.SignedDelivery;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.web.delivery.DeliveryTable.Cell;
import org.junit.jupiter.api.Test;

class DeliveryReportTest {

    private static final Thresholds LIMITS = Thresholds.packaged();
    private static final BsonDateTime DATE = new BsonDateTime(1556272800000L);
    private static final RuleSaid COVERAGE =
            new RuleSaid("coverage.mean", "Mean coverage", OptionalDouble.of(31.5), ">", OptionalDouble.of(30), false);
    private static final RuleSaid DUPLICATES =
            new RuleSaid("dups", "Duplicates", OptionalDouble.of(40), "<", OptionalDouble.of(35), true);

    private static DeliverySample sample(String id, Readiness readiness, String lacks, RuleSaid... rules) {
        return new DeliverySample(
                id,
                "",
                readiness,
                lacks,
                id.equals("s1") ? Map.of("Species", "Mus musculus") : Map.of(),
                new Ruled("fail", "v1", List.of(rules)),
                List.of(
                        new SampleDecision("reviewed fail", "", Optional.empty(), ""),
                        new SampleDecision("useable yes", "ann", Optional.of(DATE), "good enough")));
    }

    private static Delivery delivery() {
        return new Delivery(
                "P1",
                "version",
                "abcdef",
                List.of(
                        sample("s1", Readiness.READY, "", DUPLICATES, COVERAGE),
                        sample("s2", Readiness.READY, "", COVERAGE),
                        sample("s3", Readiness.LACKING, "not reviewed")));
    }

    private static SignedDelivery signed() {
        return new SignedDelivery("sign_off_P1", delivery(), "bob", DATE, "s3 follows");
    }

    private static List<List<String>> texts(DeliveryReport report, String key) {
        DeliveryTable table = report.tables().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        List<List<String>> texts = new ArrayList<>(List.of(table.columns()));
        table.rows().forEach(row -> texts.add(row.stream().map(Cell::text).toList()));
        return texts;
    }

    @Test
    void itSaysWhoHasDecidedWhatAndWhen() {
        assertThat(texts(DeliveryReport.of(delivery(), LIMITS), "ready"))
                .containsExactly(
                        List.of("Sample", "Name", "Decisions"),
                        List.of("s1", "–", "reviewed fail; useable yes by ann, 26 Apr 2019 10:00 (good enough)"),
                        List.of("s2", "–", "reviewed fail; useable yes by ann, 26 Apr 2019 10:00 (good enough)"));
        assertThat(texts(DeliveryReport.of(delivery(), LIMITS), "lacking"))
                .contains(List.of("s3", "–", "not reviewed"));
    }

    @Test
    void metricsStandBesideTheirLimitsAndWhatMissesItsLimitStandsOut() {
        DeliveryReport report = DeliveryReport.of(delivery(), LIMITS);
        assertThat(texts(report, "metrics"))
                .containsExactly(
                        List.of("Sample", "Mean coverage (X), at least 30X", "Duplicates, at most 35"),
                        List.of("s1", "31.5", "40"),
                        List.of("s2", "31.5", "–"));
        assertThat(report.tables())
                .filteredOn(table -> table.key().equals("metrics"))
                .flatExtracting(DeliveryTable::rows)
                .flatExtracting(row -> row)
                .filteredOn(cell -> cell.style().equals("fail"))
                .hasSize(1);
        assertThat(texts(report, "methods"))
                .containsExactly(List.of("Sample", "Species"), List.of("s1", "Mus musculus"), List.of("s2", "–"));
    }

    /** Freemix has a limit of 0.03; one of 0.00078 is not 0. */
    @Test
    void whatIsSmallIsNotWrittenAsNothing() {
        RuleSaid freemix =
                new RuleSaid("freemix", "Freemix", OptionalDouble.of(0.000784), "<", OptionalDouble.of(0.03), false);
        RuleSaid none = new RuleSaid("freemix", "Freemix", OptionalDouble.of(0), "<", OptionalDouble.of(0.03), false);
        Delivery two = new Delivery(
                "P1",
                "version",
                "abcdef",
                List.of(sample("s1", Readiness.READY, "", freemix), sample("s2", Readiness.READY, "", none)));
        assertThat(texts(DeliveryReport.of(two, LIMITS), "metrics"))
                .containsExactly(
                        List.of("Sample", "Freemix, at most 0.03"), List.of("s1", "0.00078"), List.of("s2", "0.00000"));
    }

    @Test
    void whereSamplesHaveSeveralLimitsEachStandsBesideItsValueAndAllHaveAsManyDigits() {
        RuleSaid other = new RuleSaid(
                "coverage.mean", "Mean coverage", OptionalDouble.of(16), ">", OptionalDouble.of(15), false);
        Delivery two = new Delivery(
                "P1",
                "version",
                "abcdef",
                List.of(sample("s1", Readiness.READY, "", COVERAGE), sample("s2", Readiness.READY, "", other)));
        assertThat(texts(DeliveryReport.of(two, LIMITS), "metrics"))
                .containsExactly(
                        List.of("Sample", "Mean coverage (X)"),
                        List.of("s1", "31.5, at least 30X"),
                        List.of("s2", "16.0, at least 15X"));
    }

    @Test
    void aSampleHasTheSignOfHowItStands() {
        Delivery delivery = new Delivery(
                "P1",
                "version",
                "abcdef",
                List.of(
                        sample("s1", Readiness.READY, ""),
                        sample("s2", Readiness.LACKING, "failed its review (dirty), not marked as useable"),
                        sample("s3", Readiness.LACKING, "not sequenced"),
                        sample("s4", Readiness.LEFT_OUT, "a control")));
        assertThat(DeliveryReport.of(delivery, LIMITS).tables())
                .filteredOn(table -> List.of("ready", "lacking", "left").contains(table.key()))
                .flatExtracting(DeliveryTable::rows)
                .extracting(row -> row.get(0).text() + " " + row.get(0).style())
                .containsExactly("s1 pass", "s2 fail", "s3 idle", "s4 idle");
    }

    @Test
    void onlyWhatIsSignedSaysByWhom() {
        assertThat(DeliveryReport.of(delivery(), LIMITS).head())
                .contains(new DeliveryReport.Named("Samples ready", "2"))
                .noneMatch(named -> named.name().equals("Signed"));
        assertThat(DeliveryReport.of(signed(), "Our laboratory", LIMITS).head())
                .contains(new DeliveryReport.Named("Signed", "by bob, 26 Apr 2019 10:00"))
                .contains(new DeliveryReport.Named("Limits", "version abcdef"))
                .contains(new DeliveryReport.Named("Comment", "s3 follows"));
    }

    @Test
    void aPdfHasAllOfItAndHasItAgainTheNextTime() throws IOException {
        String first = pdf();
        assertThat(first)
                .contains(
                        "Delivery of P1, signed",
                        "Our laboratory",
                        "by bob, 26 Apr 2019 10:00",
                        "Mean coverage (X), at least 30X",
                        "Duplicates, at most 35",
                        "31.5 40 !",
                        "Mus musculus",
                        "not reviewed",
                        "version abcdef");
        assertThat(pdf()).isEqualTo(first);
    }

    private static String pdf() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DeliveryPdf.write(DeliveryReport.of(signed(), "Our laboratory", LIMITS), file);
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(file.toByteArray())) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page).replaceAll("\\s+", " "));
            }
        }
        return text.toString();
    }

    @Test
    void aDeliveryWithoutSamplesThatAreReadyHasNoEmptyTables() {
        Delivery none =
                new Delivery("P1", "version", "abcdef", List.of(sample("s3", Readiness.LACKING, "not reviewed")));
        assertThat(DeliveryReport.of(none, LIMITS).tables())
                .extracting(DeliveryTable::key)
                .containsExactly("lacking");
    }
}
