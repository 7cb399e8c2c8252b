package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.review.Subject;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Rows TEN = Tables.rows(
            Tables.judged("samples", "sample_id", Subject.SAMPLE),
            IntStream.range(0, 10)
                    .mapToObj(i ->
                            "{sample_id: 'S%d', species: '%s', aggregated: {pc_duplicate_reads: %d, run_ids: ['r1', 'r%d']}}"
                                    .formatted(i, i < 7 ? "Homo sapiens" : "Mus musculus", i * 10, i))
                    .toArray(String[]::new));

    private static final AtomicInteger NEXT = new AtomicInteger();

    private static BsonDocument profile(String column, Map<String, String> query) throws IOException {
        return profile(TEN, column, query);
    }

    private static BsonDocument profile(Rows rows, String column, Map<String, String> query) throws IOException {
        Map<String, String> asked = new java.util.HashMap<>(query);
        asked.put("cols", column);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export.named("profile").orElseThrow().write(Tables.view(rows, first(rows), asked), false, out);
        return BsonDocument.parse(out.toString(java.nio.charset.StandardCharsets.UTF_8))
                .getArray("columns")
                .get(0)
                .asDocument();
    }

    @Test
    void wordsComeWithHowManyRowsHaveEach() throws IOException {
        assertThat(profile("species", Map.of()).getArray("values").toString())
                .isEqualTo(
                        "BsonArray{values=[BsonArray{values=[BsonString{value='Homo sapiens'}, BsonInt32{value=7}]}, "
                                + "BsonArray{values=[BsonString{value='Mus musculus'}, BsonInt32{value=3}]}]}");
    }

    @Test
    void aChoiceIsMadeFromWhatTheOtherFiltersLeave() throws IOException {
        Map<String, String> query = Map.of("f.species", "Mus musculus", "f.pc_duplicate_reads", ">=80");
        BsonDocument species = profile("species", query);
        assertThat(species.getArray("values"))
                .as("its own filter hides no value")
                .hasSize(1);
        assertThat(species.getNumber("rows").intValue()).isEqualTo(2);
        assertThat(species.getString("filter").getValue()).isEqualTo("Mus musculus");
    }

    @Test
    void fewNumbersComeOneByOneFromTheLeastOnAndEachFindsItsRows() throws IOException {
        Rows six = Tables.rows(
                Tables.judged("samples", "sample_id", Subject.SAMPLE),
                IntStream.of(900, 40, 900, 1200, 40, 900)
                        .mapToObj(number -> "{sample_id: 'N%d', aggregated: {pc_duplicate_reads: %d}}"
                                .formatted(NEXT.getAndIncrement(), number))
                        .toArray(String[]::new));
        assertThat(values(six, "pc_duplicate_reads")).containsExactly("40.0% 2", "900.0% 3", "1200.0% 1");
        assertThat(matching(six, "pc_duplicate_reads", "40.0%|1200.0%")).isEqualTo(3);
    }

    @Test
    void ofListsThatAreCountedTheCountsAreOffered() throws IOException {
        Rows projects = Tables.rows(
                Tables.layout("projects", "project_id"),
                "{project_id: 'P1', aggregated: {samples: ['a', 'b']}}",
                "{project_id: 'P2', aggregated: {samples: ['c']}}",
                "{project_id: 'P3', aggregated: {samples: ['d']}}");
        assertThat(values(projects, "nb_samples")).containsExactly("1 2", "2 1");
        assertThat(matching(projects, "nb_samples", "2")).isEqualTo(1);
        assertThat(matching(projects, "nb_samples", "d"))
                .as("an id still finds its row")
                .isEqualTo(1);
    }

    @Test
    void manyNumbersComeAsBarsAlone() throws IOException {
        assertThat(profile("pc_duplicate_reads", Map.of())).doesNotContainKey("values");
    }

    private static String first(Rows rows) {
        return rows.layout().table().columns().get(0).id();
    }

    private static java.util.List<String> values(Rows rows, String column) throws IOException {
        return profile(rows, column, Map.of()).getArray("values").stream()
                .map(value -> value.asArray().get(0).asString().getValue() + " "
                        + value.asArray().get(1).asNumber().intValue())
                .toList();
    }

    private static int matching(Rows rows, String column, String filter) {
        return Tables.view(rows, first(rows), Map.of("f." + column, filter)).matched();
    }

    @Test
    void numbersComeAsBarsWithThePlacesOfTheRowsShown() throws IOException {
        BsonDocument duplicates = profile("pc_duplicate_reads", Map.of("n", "10"));
        assertThat(duplicates.getNumber("least").doubleValue()).isZero();
        assertThat(duplicates.getNumber("greatest").doubleValue()).isEqualTo(90);
        assertThat(duplicates.getDocument("places").getNumber("S9").doubleValue())
                .isEqualTo(160);
        assertThat(duplicates.getDocument("places")).hasSize(10);
    }
}
