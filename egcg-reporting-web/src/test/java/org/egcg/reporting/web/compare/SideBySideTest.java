package org.egcg.reporting.web.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.web.reading.ChartColumns;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableDefinition;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    /** Samples S0 to S100 of coverages 0 to 100: the middle half spans 50, so that 25 is still alike. */
    private static final Rows HUNDRED = rows(IntStream.rangeClosed(0, 100)
            .mapToObj(
                    i -> "{sample_id: 'S%d', coverage: %d, species: '%s'}".formatted(i, i, i % 2 == 0 ? "cat" : "dog"))
            .toList());

    private static Rows rows(List<String> documents) {
        TableDefinition table = new TableDefinition(
                "compared",
                List.of(
                        ChartColumns.of("sample_id", "Sample", Kind.TEXT),
                        ChartColumns.of("coverage", "Coverage (X)", Kind.FLOAT),
                        ChartColumns.of("duplicates", "% duplicates", Kind.PERCENTAGE),
                        ChartColumns.of("species", "Species", Kind.TEXT),
                        ChartColumns.of("nothing", "Nothing", Kind.TEXT)),
                false);
        return new Rows.Merge(Layout.of(table, "sample_id", ZoneOffset.UTC), false)
                .add(documents.stream().map(BsonDocument::parse).iterator())
                .rows(Instant.EPOCH);
    }

    private static List<ComparedLine> lines(Rows all, String... ids) {
        return new SideBySide(all, List.of(ids)).lines(column -> "");
    }

    @Test
    void whatIsComparedStandsInTheOrderInWhichItWasAskedFor() {
        SideBySide comparison = new SideBySide(HUNDRED, List.of("S30", "S9999", "S4"));
        assertThat(comparison.things()).extracting(Row::key).containsExactly("S30", "S4");
        assertThat(comparison.missing()).containsExactly("S9999");
    }

    @Test
    void aLineIsThereForEachColumnThatAnyOfThemHasAValueIn() {
        assertThat(lines(HUNDRED, "S30", "S31"))
                .extracting(ComparedLine::name)
                .as("not the name of the sample, and nothing that none has")
                .containsExactly("Coverage", "Species");
    }

    @Test
    void aNumberDiffersByMoreThanHalfOfTheMiddleHalf() {
        assertThat(lines(HUNDRED, "S30", "S55", "S56").get(0).values())
                .extracting(Compared::apart, Compared::difference)
                .containsExactly(tuple(false, ""), tuple(false, "+25.00"), tuple(true, "+26.00"));
        assertThat(lines(HUNDRED, "S56", "S30").get(0).values().get(1).difference())
                .isEqualTo("−26.00");
    }

    @Test
    void whereFewAreKnownEveryDifferenceCounts() {
        Rows two = rows(List.of("{sample_id: 'A', coverage: 1.0}", "{sample_id: 'B', coverage: 1.1}"));
        ComparedLine coverage = lines(two, "A", "B").get(0);
        assertThat(coverage.differs()).isTrue();
        assertThat(coverage.spread()).isFalse();
        assertThat(coverage.places()).isEmpty();
    }

    @Test
    void whatReadsTheSameDoesNotDiffer() {
        Rows two = rows(List.of("{sample_id: 'A', coverage: 9.25}", "{sample_id: 'B', coverage: 9.250000003}"));
        assertThat(lines(two, "A", "B").get(0).values())
                .extracting(Compared::apart, Compared::difference)
                .containsExactly(tuple(false, ""), tuple(false, ""));
    }

    @Test
    void wordsDifferIfTheyAreNotTheSame() {
        assertThat(lines(HUNDRED, "S1", "S3").get(1).differs()).isFalse();
        assertThat(lines(HUNDRED, "S1", "S2").get(1).values())
                .extracting(Compared::apart, Compared::difference)
                .containsExactly(tuple(false, ""), tuple(true, ""));
    }

    @Test
    void percentagesDifferByPoints() {
        Rows two = rows(List.of("{sample_id: 'A', duplicates: 13.1}", "{sample_id: 'B', duplicates: 14.4}"));
        assertThat(lines(two, "A", "B").get(0).values())
                .extracting(Compared::text, Compared::difference)
                .containsExactly(tuple("13.1%", ""), tuple("14.4%", "+1.3 points"));
    }

    @Test
    void numbersThatAllReadTheSameAreNotDrawn() {
        Rows alike = rows(IntStream.range(0, 20)
                .mapToObj(i -> "{sample_id: 'S%d', coverage: %s}".formatted(i, 9 + i * 1e-9))
                .toList());
        ComparedLine coverage = lines(alike, "S1", "S19").get(0);
        assertThat(coverage.spread()).isFalse();
        assertThat(coverage.differs()).isFalse();
    }

    @Test
    void aValueThatOnlyOneHasDiffers() {
        Rows two = rows(List.of("{sample_id: 'A', coverage: 1.0}", "{sample_id: 'B'}"));
        assertThat(lines(two, "A", "B").get(0).values())
                .extracting(Compared::text, Compared::apart, Compared::difference)
                .containsExactly(tuple("1.00", false, ""), tuple("–", true, ""));
    }

    @Test
    void lettersThatWouldCoverEachOtherStandBesideEachOther() {
        List<ComparedLine.Place> places =
                lines(HUNDRED, "S50", "S100", "S49").get(0).places();
        assertThat(places).extracting(ComparedLine.Place::letter).containsExactly("C", "A", "B");
        assertThat(places.get(1).at() - places.get(0).at()).isEqualTo(10, within(0.01));
        assertThat(places.get(2).at()).isEqualTo(160);
    }

    @Test
    void aLetterThatStandsAsideIsLedToItsPlace() {
        List<Compared> values = lines(HUNDRED, "S50", "S100", "S49").get(0).values();
        assertThat(lines(HUNDRED, "S50", "S100", "S49").get(0).places())
                .extracting(ComparedLine.Place::of)
                .containsExactly(
                        values.get(2).place(),
                        values.get(0).place(),
                        values.get(1).place());
    }
}
