package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.review.Subject;
import org.junit.jupiter.api.Test;

class RenewedRowsTest {

    private static final Instant READ = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant EARLIER = READ.minusSeconds(60);

    private static final String[] SAMPLES = {
        "{sample_id: '1', reviewed: 'pass'}", "{sample_id: '1'}", "{sample_id: '4'}"
    };
    private static final String[] STATUS = {
        "{sample_id: '1', species: 'x'}", "{sample_id: '3', species: 'x'}", "{sample_id: '1', library_type: 'y'}"
    };
    private static final String[] INFO = {"{sample_id: '1', species: 'z'}"};

    private final RenewedRows renewed = new RenewedRows(Tables.layout("samples", "sample_id"));

    private static Iterator<BsonDocument> items(String... json) {
        return List.of(json).stream().map(BsonDocument::parse).iterator();
    }

    private SortedMap<ObjectId, Row> own(String... json) {
        SortedMap<ObjectId, Row> own = new TreeMap<>();
        for (int i = 0; i < json.length; i++) {
            own.put(new ObjectId(1, i), renewed.row(BsonDocument.parse(json[i])).orElseThrow());
        }
        return own;
    }

    private RenewedRows.Beside beside(Optional<RenewedRows.Beside> before, String[]... sources) {
        List<Map<String, List<Row>>> read = new ArrayList<>();
        for (String[] source : sources) {
            int number = read.size();
            read.add(renewed.beside(number + 1, items(source), before.map(known -> known.sources()
                    .get(number))));
        }
        return new RenewedRows.Beside(read, List.of(), EARLIER);
    }

    @Test
    void rowsAreThoseThatAMergeOfAllSourcesMakes() {
        Rows whole = new Rows.Merge(Tables.layout("samples", "sample_id"), false)
                .add(items(SAMPLES))
                .add(items(STATUS))
                .add(items(INFO))
                .rows(READ);

        Rows rows = renewed.rows(own(SAMPLES), beside(Optional.empty(), STATUS, INFO), READ, READ);

        assertThat(rows.rows())
                .map(Row::toString)
                .isEqualTo(whole.rows().stream().map(Row::toString).toList());
        assertThat(rows.rows())
                .map(Row::marks)
                .isEqualTo(whole.rows().stream().map(Row::marks).toList());
        assertThat(rows.asOf()).isEqualTo(READ);
        assertThat(rows.oldest()).isEqualTo(EARLIER);
    }

    @Test
    void onlyRowsOfWhichSomethingChangedAreMadeAnew() {
        RenewedRows.Beside first = beside(Optional.empty(), STATUS, INFO);
        SortedMap<ObjectId, Row> own = own(SAMPLES);
        List<Row> before = renewed.rows(own, first, READ, READ).rows();

        SortedMap<ObjectId, Row> later = new TreeMap<>(own);
        later.putAll(own("{sample_id: '1', reviewed: 'fail'}"));
        List<Row> written = renewed.rows(later, first, READ, READ).rows();
        assertThat(written.get(0)).isNotSameAs(before.get(0));
        assertThat(written.get(0).value("reviewed").text()).isEqualTo("fail");
        assertThat(before.get(0).value("reviewed").text()).isEqualTo("pass");
        assertThat(written.subList(1, 3))
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .isEqualTo(before.subList(1, 3));

        RenewedRows.Beside said = beside(Optional.of(first), STATUS, new String[] {"{sample_id: '4', species: 'new'}"});
        List<Row> asked = renewed.rows(later, said, READ, READ).rows();
        assertThat(asked.get(2).value("species").text()).isEqualTo("new");
        assertThat(asked.get(2).marks()).isEmpty();
        assertThat(asked.get(1).value("species").text()).isEqualTo("x");
    }

    @Test
    void whatTheLimsSaysAgainMakesNoRowAnew() {
        RenewedRows.Beside first = beside(Optional.empty(), STATUS, INFO);
        SortedMap<ObjectId, Row> own = own(SAMPLES);
        List<Row> before = renewed.rows(own, first, READ, READ).rows();

        List<Row> again = renewed.rows(own, beside(Optional.of(first), STATUS, INFO), READ, READ)
                .rows();

        assertThat(again).usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(before);
    }

    @Test
    void aRowIsJudgedAnewWhenTheLimsSaysThatSomethingElseWasOrdered() {
        RenewedRows judged = new RenewedRows(Tables.judged("samples", "sample_id", Subject.SAMPLE));
        SortedMap<ObjectId, Row> own = new TreeMap<>(
                Map.of(new ObjectId(1, 1), judged.row(BsonDocument.parse("""
                        {sample_id: '1', species_name: 'Bos taurus',
                         aggregated: {clean_yield_in_gb: 100.0, clean_yield_q30: 100.0, clean_pc_q30: 90.0, from_run_elements: {mean_coverage: 30.0}}}""")).orElseThrow()));

        Row enough = judged.rows(own, ordered(judged, "40"), READ, READ).rows().get(0);
        String before = enough.review().orElseThrow().explanation().toJson();
        Row more = judged.rows(own, ordered(judged, "4000"), READ, READ).rows().get(0);

        assertThat(more.review().orElseThrow().explanation().toJson())
                .contains("4000")
                .isNotEqualTo(before);
        assertThat(enough.review().orElseThrow().explanation().toJson()).isEqualTo(before);
    }

    private static RenewedRows.Beside ordered(RenewedRows rows, String gigabases) {
        Iterator<BsonDocument> said =
                items("{sample_id: '1', 'Required Yield (Gb)': '%s', 'Coverage (X)': '15'}".formatted(gigabases));
        return new RenewedRows.Beside(List.of(rows.beside(1, said, Optional.empty())), List.of(), READ);
    }

    @Test
    void rowsAreAsOldAsWhatWasReadFirst() {
        RenewedRows.Beside said = new RenewedRows.Beside(List.of(Map.of()), List.of(), READ);

        Rows rows = renewed.rows(own(SAMPLES), said, READ, EARLIER);

        assertThat(rows.asOf()).isEqualTo(READ);
        assertThat(rows.oldest()).isEqualTo(EARLIER);
    }

    @Test
    void anOrderIsWorkedOutOnceForTheSameRows() {
        RenewedRows.Beside said = beside(Optional.empty(), STATUS, INFO);
        SortedMap<ObjectId, Row> own = own(SAMPLES);
        List<SortKey> keys = List.of(new SortKey("sample_id", true));
        List<Row> sorted = renewed.rows(own, said, READ, READ).sorted(keys);

        assertThat(sorted).map(Row::key).containsExactly("4", "1", "1");
        assertThat(renewed.rows(own, said, READ.plusSeconds(1), READ).sorted(keys))
                .isSameAs(sorted);

        own = new TreeMap<>(own);
        own.put(
                new ObjectId(2, 1),
                renewed.row(BsonDocument.parse("{sample_id: '9'}")).orElseThrow());
        assertThat(renewed.rows(own, said, READ, READ).sorted(keys))
                .map(Row::key)
                .containsExactly("9", "4", "1", "1");
    }

    @Test
    void withoutTheLimsNoRowIsSaidToBeUnknownToIt() {
        SortedMap<ObjectId, Row> own = own(SAMPLES);
        renewed.rows(own, beside(Optional.empty(), STATUS, INFO), READ, READ);

        Rows away = renewed.rows(
                own, new RenewedRows.Beside(List.of(Map.of(), Map.of()), List.of("away"), READ), READ, READ);

        assertThat(away.missing()).containsExactly("away");
        assertThat(away.rows()).allMatch(row -> row.marks().isEmpty());
        assertThat(renewed.rows(own, beside(Optional.empty(), STATUS, INFO), READ, READ)
                        .rows()
                        .get(2)
                        .marks())
                .containsExactly(Mark.NO_LIMS);
    }
}
