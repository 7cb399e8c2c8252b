package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.lims.request.InfoRequest;
import org.egcg.reporting.lims.request.RunRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.lims.request.WellRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimsArgumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"project_id\": ", "x", "", "[]", "\"PA\"", "7"})
    void aMatchThatIsNoObjectIsMalformed(String match) {
        assertMalformed(Map.of("match", List.of(match)));
        assertMalformed(Map.of("where", List.of(match)));
    }

    @Test
    void aMatchGivenTwiceIsMalformed() {
        assertMalformed(Map.of("match", List.of("{}", "{}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"project_id\": 7}",
                "{\"project_id\": [\"PA\", 7]}",
                "{\"sample_id\": true}",
                "{\"sample_id\": {\"a\": 1}}",
                "{\"project_status\": \"half-open\"}",
                "{\"project_status\": [\"open\", \"closed\"]}",
                "{\"createddate\": \"yesterday\"}",
                "{\"createddate\": \"31_02_2018_00:00:00\"}",
                "{\"createddate\": 5}"
            })
    void aFilterThatCannotBeMeantIsMalformed(String match) {
        LimsArguments arguments = match(match);
        assertThatThrownBy(() -> arguments.request("project_info")).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "0", "[]", "false", "{}"})
    void anEmptyFilterLeavesNothingOut(String empty) {
        assertThat(scope("{\"project_id\": " + empty + "}").projects()).isEmpty();
        assertThat(scope("{\"createddate\": " + empty + "}").receivedFrom()).isEmpty();
        assertThat(scope("{\"project_status\": " + empty + "}").state()).isEqualTo(Scope.State.ALL);
    }

    @Test
    void onlyOpenProjectsCountUnlessTheRequestSaysOtherwise() {
        assertThat(scope("{}").state()).isEqualTo(Scope.State.OPEN);
        assertThat(scope("null").state()).isEqualTo(Scope.State.OPEN);
        assertThat(scope("{\"project_status\": \"closed\"}").state()).isEqualTo(Scope.State.CLOSED);
    }

    @Test
    void namesAreNamesEvenIfTheyLookLikeDates() {
        assertThat(scope("{\"sample_id\": \"10_04_2017_14:39:00\"}").samples()).containsExactly("10_04_2017_14:39:00");
        assertThat(scope("{\"project_id\": [\"PA\", \"PB\"]}").projects()).containsExactly("PA", "PB");
    }

    @Test
    void aRunIdWinsOverRunIds() {
        assertThat(runs(match("{\"run_id\": \"r1\", \"run_ids\": [\"r2\"]}")).ids())
                .containsExactly("r1");
        assertThat(runs(match("{\"run_id\": \"\", \"run_ids\": \"r2\"}")).ids()).containsExactly("r2");
    }

    @Test
    void theStateOfRunsIsOneOfTwoWordsOrAll() {
        assertThat(runs(LimsArguments.of(Map.of("status", List.of("current")))).state())
                .isEqualTo(RunRequest.State.CURRENT);
        assertThat(runs(LimsArguments.of(Map.of("status", List.of("recent")))).state())
                .isEqualTo(RunRequest.State.RECENT);
        for (List<String> other : List.of(List.of("Current"), List.of(""), List.of("current", "recent"))) {
            assertThat(runs(LimsArguments.of(Map.of("status", other))).state()).isEqualTo(RunRequest.State.ALL);
        }
    }

    @Test
    void aDayLeavesOutWhatIsOfThatDay() {
        Map<String, List<String>> query = Map.of(
                "match", List.of("{\"createddate\": \"2018-01-31\"}"), "createddate", List.of("31_12_2017_23:59:59"));
        assertThat(runs(LimsArguments.of(query)))
                .isEqualTo(new RunRequest(
                        List.of(), RunRequest.State.ALL, Optional.of(LocalDateTime.of(2018, 1, 1, 0, 0)), false));
        assertThat(RunRequest.everything()
                        .openedAfter(LocalDate.of(2017, 12, 31))
                        .openedFrom())
                .isEqualTo(runs(LimsArguments.of(query)).openedFrom());
        assertThat(Scope.open().receivedAfter(LocalDate.of(2018, 1, 31)).receivedFrom())
                .isEqualTo(scope("{\"createddate\": \"2018-01-31\"}").receivedFrom())
                .contains(LocalDateTime.of(2018, 2, 1, 0, 0));
    }

    @Test
    void flagsAreTrueForTwoSpellingsOnly() {
        for (String value : List.of("true", "True")) {
            assertThat(wells(Map.of("flatten", List.of(value))).singly()).isTrue();
        }
        for (String value : List.of("1", "TRUE", "yes", "", "false")) {
            assertThat(wells(Map.of("flatten", List.of(value))).singly())
                    .as(value)
                    .isFalse();
        }
        assertThat(wells(Map.of("flatten", List.of("true", "true"))).singly()).isFalse();
        assertThat(LimsArguments.of(Map.of("detailed", List.of("true", "false")))
                        .request("sample_status"))
                .contains(StatusRequest.samples(
                                new Scope(List.of(), List.of(), Scope.State.OPEN, Optional.empty(), false))
                        .inDetail());
    }

    @Test
    void aDateGivenTwiceIsMalformedWhereItIsUsed() {
        Map<String, List<String>> twice = Map.of("time_from", List.of("2018-01-01", "2018-01-02"));
        assertThatThrownBy(() -> wells(twice)).isInstanceOf(Malformed.class);
        assertThat(runs(LimsArguments.of(twice)).ids()).isEmpty();
        LimsArguments limit = match("{\"process_limit_date\": \"soon\"}");
        assertThatThrownBy(() -> limit.request("plate_status")).isInstanceOf(Malformed.class);
        assertThat(limit.request("sample_info")).isPresent();
    }

    private static Scope scope(String match) {
        return ((InfoRequest) match(match).request("project_info").orElseThrow()).scope();
    }

    private static RunRequest runs(LimsArguments arguments) {
        return (RunRequest) arguments.request("run_status").orElseThrow();
    }

    private static WellRequest wells(Map<String, List<String>> query) {
        return (WellRequest) LimsArguments.of(query).request("library_info").orElseThrow();
    }

    private static LimsArguments match(String json) {
        return LimsArguments.of(Map.of("match", List.of(json)));
    }

    private static void assertMalformed(Map<String, List<String>> query) {
        assertThatThrownBy(() -> LimsArguments.of(query)).isInstanceOf(Malformed.class);
    }
}
