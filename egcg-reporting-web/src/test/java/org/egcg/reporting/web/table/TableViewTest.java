package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.review.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableViewTest {

    private static final Layout SAMPLES = Tables.judged("samples", "sample_id", Subject.SAMPLE);
    private static final Rows FOUR = Tables.rows(
            SAMPLES,
            "{sample_id: 'S1', species: 'Homo sapiens', aggregated: {pc_duplicate_reads: 12.5, run_ids: ['r1', 'r2']}, coverage: {evenness: 0.98}}",
            "{sample_id: 'S2', species: 'Mus musculus', aggregated: {pc_duplicate_reads: 40.0}, started_date: '2018-06-01T10:00:00'}",
            "{sample_id: 'S3', species: 'homo sapiens', aggregated: {pc_duplicate_reads: null}, started_date: '2018-06-02T00:00:00'}",
            "{sample_id: 'S4', aggregated: {pc_duplicate_reads: 20}}");

    private static List<String> found(Map<String, String> query) {
        return Tables.keys(Tables.view(FOUR, "sample_id", query));
    }

    @Test
    void namesOfAListThatNoRowHasAreTold() {
        TableView view = Tables.view(FOUR, "sample_id", Map.of("f.sample_id", "s1|S9|S4|x"));
        assertThat(view.notFound()).containsExactly("S9", "x");
        assertThat(Tables.view(FOUR, "sample_id", Map.of("f.sample_id", "~S9")).notFound())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "homo|S1 S3",
                "\"homo sapiens\" s1|S1",
                "sapiens homo|S1 S3",
                "r2|S1",
                "12.5%|S1",
                "nothing|",
                "2018-06-01|S2"
            })
    void aSearchFindsAllWordsInAnyColumn(String search, String keys) {
        assertThat(String.join(" ", found(Map.of("q", search)))).isEqualTo(keys == null ? "" : keys);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "pc_duplicate_reads#<35#S1 S4",
                "pc_duplicate_reads#>=40#S2",
                "pc_duplicate_reads#12.5..20#S1 S4",
                "pc_duplicate_reads#!empty#S3",
                "pc_duplicate_reads#!outside#S2",
                "pc_duplicate_reads#!filled#S1 S2 S4",
                "species#Homo sapiens#S1 S3",
                "species#~mus#S2",
                "species#!~mus#S1 S3 S4",
                "species#!Homo sapiens#S2 S4",
                "sample_id#!S4|S1#S2 S3",
                "pc_duplicate_reads#<13||>=40#S1 S2",
                "pc_duplicate_reads#!empty||>30#S2 S3",
                "sample_id#S1||S4||#S1 S4",
                "sample_id#s1#S1",
                "run_ids#r1#S1",
                "run_ids#r9#",
                "sample_id#S4|S1|X#S1 S4",
                "started_date#<=2018-06-01#S2",
                "started_date#2018-06-01..2018-06-02#S2 S3",
                "evenness#>97#S1"
            })
    void aFilterComparesWhatTheColumnShows(String column, String filter, String keys) {
        assertThat(String.join(" ", found(Map.of("f." + column, filter)))).isEqualTo(keys == null ? "" : keys);
    }

    @Test
    void emptyCellsComeLastInBothDirections() {
        assertThat(found(Map.of("sort", "pc_duplicate_reads"))).containsExactly("S1", "S4", "S2", "S3");
        assertThat(found(Map.of("sort", "-pc_duplicate_reads"))).containsExactly("S2", "S4", "S1", "S3");
        assertThat(found(Map.of("sort", "species,-sample_id"))).containsExactly("S3", "S1", "S2", "S4");
    }

    @Test
    void countsAreSortedAndFilteredAsNumbers() {
        Layout status = Tables.layout("project_status", "project_id");
        Rows projects = Tables.rows(
                status,
                "{project_id: 'A', status: {sequencing: {samples: ['1','2','3','4','5','6','7','8','9','10'], last_modified_date: '2018-06-01T00:00:00'}}}",
                "{project_id: 'B', status: {sequencing: {samples: ['1','2'], last_modified_date: '2018-06-01T00:00:00'}}}",
                "{project_id: 'C', status: {}}");
        assertThat(Tables.keys(Tables.view(projects, "-nb_sequencing", Map.of())))
                .containsExactly("A", "B", "C");
        assertThat(Tables.keys(Tables.view(projects, "project_id", Map.of("f.nb_sequencing", ">2"))))
                .containsExactly("A");
        TableView view = Tables.view(projects, "project_id", Map.of());
        assertThat(view.sum(status.table().column("nb_sequencing").orElseThrow(), view.matching()))
                .isEqualTo("12");
    }

    @Test
    void textNumbersAreSummed() {
        Rows projects = Tables.rows(
                Tables.layout("project_status", "project_id"),
                "{project_id: 'A', nb_quoted_samples: '12'}",
                "{project_id: 'B', nb_quoted_samples: null}",
                "{project_id: 'C', nb_quoted_samples: 5}",
                "{project_id: 'D', nb_quoted_samples: '3'}");
        TableView view = Tables.view(projects, "project_id", Map.of());
        assertThat(view.sum(
                        projects.layout().table().column("nb_quoted_samples").orElseThrow(), view.matching()))
                .isEqualTo("20");
    }

    @Test
    void anAddressCarriesOnlyWhatDiffers() {
        TableView view = Tables.view(FOUR, "sample_id", Map.of());
        assertThat(view.here()).isEqualTo("/t");
        TableState state = view.state()
                .changedBy(
                        Map.of(
                                "q",
                                "a b",
                                "sort",
                                "-species",
                                "n",
                                "25",
                                "cols",
                                "*run_ids,-species",
                                "f.species",
                                "Homo|Mus",
                                "page",
                                "2",
                                "w",
                                "species:120"),
                        view.spec().definition());
        String address = view.href(state);
        assertThat(address)
                .isEqualTo(
                        "/t?q=a+b&sort=-species&n=25&cols=-species,*run_ids&w=species:120&f.species=Homo%7CMus&page=2");
        assertThat(state.shown()).contains("run_ids").doesNotContain("species");
    }

    @Test
    void aStateReadsBackFromItsAddress() {
        TableView first = Tables.view(FOUR, "sample_id", Map.of("cols", "species,sample_id,freemix", "q", "x"));
        Map<String, String> spelled =
                first.state().beyond(first.spec().first(), first.spec().definition());
        assertThat(Tables.view(FOUR, "sample_id", spelled).state()).isEqualTo(first.state());
    }

    @ParameterizedTest
    @CsvSource({"page,99,1", "page,-1,1", "page,x,1", "n,7,1", "sort,nope,1", "cols,nope,1", "f.nope,<1,1"})
    void whatMakesNoSenseInAnAddressChangesNothing(String name, String value, int page) {
        TableView view = Tables.view(FOUR, "sample_id", Map.of(name, value));
        assertThat(view.page()).isEqualTo(page);
        assertThat(view.matched()).isEqualTo(4);
        assertThat(view.columns()).hasSize(24);
    }

    @Test
    void aPageHoldsSoManyRows() {
        Rows many = Tables.rows(
                SAMPLES,
                IntStream.rangeClosed(1, 120)
                        .mapToObj("{sample_id: 'S%03d'}"::formatted)
                        .toArray(String[]::new));
        TableView view = Tables.view(many, "sample_id", Map.of("page", "3"));
        assertThat(view.pageRows()).hasSize(20);
        assertThat(view.from()).isEqualTo(101);
        assertThat(view.pages()).isEqualTo(3);
        assertThat(view.pager()).containsExactly(1, 2, 3);
    }

    @Test
    void anOuterMergeKeepsFirstAppearancesAndLaterValues() {
        Layout samples = Tables.layout("samples", "sample_id");
        Rows merged = new Rows.Merge(samples, true)
                .add(documents("{sample_id: '1', species: 'a', reviewed: 'pass'}", "{sample_id: '2', species: 'b'}"))
                .add(documents("{sample_id: '2', library_type: 'y'}", "{sample_id: '1', library_type: 'z'}", "{x: 1}"))
                .add(documents("{sample_id: '1', species: null}", "{sample_id: '3', species: 'c'}"))
                .rows(Instant.EPOCH);
        assertThat(merged.rows()).extracting(Row::key).containsExactly("1", "2", "3");
        assertThat(merged.rows().get(0).value("species")).isEqualTo(CellValue.Empty.EMPTY);
        assertThat(merged.rows().get(0).value("library_type").text()).isEqualTo("z");
        assertThat(merged.rows().get(0).value("reviewed").text()).isEqualTo("pass");
        assertThat(merged.rows().get(2).marks()).containsExactly(Mark.LIMS_ONLY);
    }

    @Test
    void aKeepFirstMergeAddsNoRows() {
        Rows merged = new Rows.Merge(Tables.layout("samples", "sample_id"), false)
                .add(documents("{sample_id: '1'}", "{sample_id: '1'}", "{sample_id: '4'}"))
                .add(documents("{sample_id: '1', species: 'x'}", "{sample_id: '3', species: 'x'}"))
                .rows(Instant.EPOCH);
        assertThat(merged.rows()).extracting(Row::key).containsExactly("1", "1", "4");
        assertThat(merged.rows().get(1).value("species").text()).isEqualTo("x");
        assertThat(merged.rows().get(2).marks()).containsExactly(Mark.NO_LIMS);
    }

    private static java.util.Iterator<BsonDocument> documents(String... json) {
        return List.of(json).stream().map(BsonDocument::parse).iterator();
    }
}
