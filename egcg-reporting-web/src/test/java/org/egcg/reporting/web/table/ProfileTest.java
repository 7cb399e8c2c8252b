package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
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

    private static BsonDocument profile(String column, Map<String, String> query) throws IOException {
        Map<String, String> asked = new java.util.HashMap<>(query);
        asked.put("cols", column);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export.named("profile").orElseThrow().write(Tables.view(TEN, "sample_id", asked), false, out);
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
    void numbersComeAsBarsWithThePlacesOfTheRowsShown() throws IOException {
        BsonDocument duplicates = profile("pc_duplicate_reads", Map.of("n", "10"));
        assertThat(duplicates.getNumber("least").doubleValue()).isZero();
        assertThat(duplicates.getNumber("greatest").doubleValue()).isEqualTo(90);
        assertThat(duplicates.getDocument("places").getNumber("S9").doubleValue())
                .isEqualTo(160);
        assertThat(duplicates.getDocument("places")).hasSize(10);
    }
}
