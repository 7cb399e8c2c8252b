package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.IntStream;
import org.egcg.reporting.review.Subject;
import org.junit.jupiter.api.Test;

class HtmlTableTest {

    private static final Rows FIFTY = Tables.rows(
            Tables.judged("samples", "sample_id", Subject.SAMPLE),
            IntStream.range(0, 50).mapToObj(HtmlTableTest::sample).toArray(String[]::new));

    /** Every third has too many duplicates, every fifth is reviewed. */
    private static String sample(int number) {
        String reviewed =
                number % 5 == 0 ? ", reviewed: 'pass', review_date: '28_11_2026_10:11:12', useable: 'yes'" : "";
        return """
                {sample_id: 'EG0117P%03dA01', project_id: 'EG0117', species: 'Homo sapiens', required_yield: 120000000000,
                 coverage: {mean: 31.4%d, genome_size: 3000, bases_at_coverage: {bases_at_5X: 2900, bases_at_15X: 2500}},
                 current_status: 'Data processing', sample_contamination: {freemix: 0.001},
                 aggregated: {pc_duplicate_reads: %d, clean_yield_in_gb: 121.5, clean_pc_q30: 88.7, proc_status: 'finished',
                   genotype_match: 'Match', sex_match: 'female', run_ids: ['r1']}%s}""".formatted(number, number % 10, number % 3 == 0 ? 41 : 12, reviewed);
    }

    private static String html() throws IOException {
        HtmlText text = new HtmlText();
        new HtmlTable(
                        Tables.view(FIFTY, "sample_id", Map.of("n", "50")),
                        LocalDateTime.of(2026, 11, 28, 14, 5),
                        text,
                        false)
                .write();
        return text.toString();
    }

    @Test
    void aCellIsAsShortAsWhatItSays() throws IOException {
        assertThat(html())
                .contains("<td>Data processing</td>", "<td class=\"num\">31.40</td>", "<td class=\"none\">–</td>")
                .contains("<td class=\"num none\">–</td>");
    }

    @Test
    void severalStatesOfARowHaveTheSignOfTheWorstAndNoneIsADash() throws IOException {
        HtmlText text = new HtmlText();
        Rows lanes = Tables.rows(
                Tables.judged("lane_aggregation", "lane_id", Subject.LANE),
                "{lane_id: 'L', aggregated: {review_statuses: ['pass', 'fail'], useable_statuses: []}}");
        new HtmlTable(Tables.view(lanes, "lane_number", Map.of()), LocalDateTime.of(2026, 11, 28, 14, 5), text, false)
                .write();
        assertThat(text.toString())
                .contains("<span class=\"verdict bare fail\">fail, pass</span>", "<td class=\"none\">–</td>")
                .doesNotContain("<td></td>");
    }

    @Test
    void aPlateOfWhichNothingPassedIsToldByASignAndAWord() throws IOException {
        HtmlText text = new HtmlText();
        Rows plates = Tables.rows(
                Tables.layout("libraries", "id"), "{id: 'P1', pc_qc_flag_pass: 0}", "{id: 'P2', pc_qc_flag_pass: 90}");
        new HtmlTable(Tables.view(plates, "plate_name", Map.of()), LocalDateTime.of(2026, 11, 28, 14, 5), text, false)
                .write();
        assertThat(text.toString())
                .contains("<span class=\"verdict bare fail\" data-tip=\"none passed\">0%")
                .contains("<span class=\"verdict bare warn\" data-tip=\"not all passed\">90.0%");
    }

    @Test
    void aRowNamesWhatAReviewIsAboutOnlyWhereThatIsNotTheRow() throws IOException {
        assertThat(html()).contains("data-key=\"EG0117P049A01\"").doesNotContain("data-entities");
    }

    @Test
    void fiftyRowsOfTwentyFourColumnsTakeLittle() throws IOException {
        String rows = html().replaceFirst("(?s).*<tbody>", "");
        assertThat(rows.split("<tr ")).hasSize(51);
        assertThat(rows.length()).isLessThan(50_000);
    }
}
