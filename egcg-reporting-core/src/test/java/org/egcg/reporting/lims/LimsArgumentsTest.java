package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.lims.internal.sql.SampleScope.ProjectState;
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
        assertThatThrownBy(arguments::scope).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "0", "[]", "false", "{}"})
    void anEmptyFilterLeavesNothingOut(String empty) {
        assertThat(match("{\"project_id\": " + empty + "}").scope().projects()).isEmpty();
        assertThat(match("{\"createddate\": " + empty + "}").scope().receivedFrom())
                .isEmpty();
        assertThat(match("{\"project_status\": " + empty + "}").scope().state()).isEqualTo(ProjectState.ALL);
    }

    @Test
    void onlyOpenProjectsCountUnlessTheRequestSaysOtherwise() {
        assertThat(match("{}").scope().state()).isEqualTo(ProjectState.OPEN);
        assertThat(match("null").scope().state()).isEqualTo(ProjectState.OPEN);
        assertThat(match("{\"project_status\": \"closed\"}").scope().state()).isEqualTo(ProjectState.CLOSED);
    }

    @Test
    void namesAreNamesEvenIfTheyLookLikeDates() {
        assertThat(match("{\"sample_id\": \"10_04_2017_14:39:00\"}").scope().samples())
                .containsExactly("10_04_2017_14:39:00");
        assertThat(match("{\"project_id\": [\"PA\", \"PB\"]}").scope().projects())
                .containsExactly("PA", "PB");
    }

    @Test
    void aRunIdWinsOverRunIds() {
        assertThat(match("{\"run_id\": \"r1\", \"run_ids\": [\"r2\"]}").runs().ids())
                .containsExactly("r1");
        assertThat(match("{\"run_id\": \"\", \"run_ids\": \"r2\"}").runs().ids())
                .containsExactly("r2");
    }

    @Test
    void flagsAreTrueForTwoSpellingsOnly() {
        for (String value : List.of("true", "True")) {
            assertThat(LimsArguments.of(Map.of("flatten", List.of(value))).isFlat())
                    .isTrue();
        }
        for (String value : List.of("1", "TRUE", "yes", "", "false")) {
            assertThat(LimsArguments.of(Map.of("flatten", List.of(value))).isFlat())
                    .as(value)
                    .isFalse();
        }
        assertThat(LimsArguments.of(Map.of("flatten", List.of("true", "true"))).isFlat())
                .isFalse();
        assertThat(LimsArguments.of(Map.of("detailed", List.of("true", "false")))
                        .isDetailed())
                .isTrue();
    }

    @Test
    void aTopLevelDateGivenTwiceIsMalformedWhereItIsUsed() {
        LimsArguments twice = LimsArguments.of(Map.of("time_from", List.of("2018-01-01", "2018-01-02")));
        assertThatThrownBy(() -> twice.wells("step")).isInstanceOf(Malformed.class);
        assertThat(twice.runs().ids()).isEmpty();
    }

    private static LimsArguments match(String json) {
        return LimsArguments.of(Map.of("match", List.of(json)));
    }

    private static void assertMalformed(Map<String, List<String>> query) {
        assertThatThrownBy(() -> LimsArguments.of(query)).isInstanceOf(Malformed.class);
    }
}
