package org.egcg.reporting.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlFileTest {

    private static final String GOOD = """
            baseline: {runs: 20, least: 10}
            state: {runs: 3}
            history: {days: 365}
            rules: {westgard: [1-3s, R-4s], nelson: [3], cusum: true}
            ewma: {weight: 0.2, limit: 2.9}
            cusum: {slack: 0.5, limit: 5}
            metrics:
              pc_q30: {title: '%Q30', data: aggregated.pc_q30, unit: '%'}
            """;

    private static ControlSettings read(String yaml) {
        return ControlFile.read(Section.read("mine.yaml", yaml), path -> path.startsWith("aggregated."));
    }

    @Test
    void saysWhichRulesAreOn() {
        ControlSettings settings = read(GOOD);
        assertThat(settings.rules())
                .extracting(ControlRule::name)
                .containsExactly("Westgard 1-3s", "Westgard R-4s", "Nelson 3", "CUSUM");
        assertThat(settings.window()).isEqualTo(new BaselineWindow.Runs(20));
        assertThat(read(GOOD.replace("runs: 20", "days: 90")).window()).isEqualTo(new BaselineWindow.Days(90));
        assertThat(settings.metric("pc_q30"))
                .contains(new ControlMetric("pc_q30", "%Q30", "aggregated.pc_q30", "%", 2));
    }

    @Test
    void aPackagedMetricThatTheInstitutesSchemaDoesNotKnowIsLeftOut() {
        String yaml = GOOD + "  other: {title: Other, data: interop_metrics.other}\n";
        assertThat(ControlFile.read(Section.read(ControlFile.FILE, yaml), path -> path.startsWith("aggregated."))
                        .metrics())
                .extracting(ControlMetric::key)
                .containsExactly("pc_q30");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            runs: 20, least   | runs: 5, least        | baseline.runs: must be from 10 to 10000
            runs: 20, least   | least                 | baseline.runs: either runs or days must say which runs make the baseline
            runs: 20, least   | runs: many, least     | baseline.runs: must be a whole number
            state: {runs: 3}  | state: {}             | state.runs: is missing
            1-3s              | 1-4s                  | rules.westgard: 1-4s is no rule; there are 1-2s, 1-3s, 2-2s, 2of3-2s, R-4s, 3-1s, 4-1s, 6-x, 8-x, 9-x, 10-x, 12-x, 7-T
            R-4s              | 1-3s                  | rules.westgard: 1-3s is there twice
            [3]               | [9]                   | rules.nelson: 9 is no rule; there are 1, 2, 3, 4, 5, 6, 7, 8
            cusum: true       | cusum: 5              | rules.cusum: must be true or false
            weight: 0.2       | weight: 2             | ewma.weight: must be from 0.01 to 1.0
            slack: 0.5        | slack: -1             | cusum.slack: must be from 0.0 to 10.0
            aggregated.pc_q30 | pc_q31                | metrics.pc_q30.data: pc_q31 is no field of lanes
            title: '%Q30',    | ''                    | metrics.pc_q30.title: is missing
            pc_q30: {title    | pc-q30: {title        | metrics.pc-q30: must be of small letters, digits and _
            history:          | histories:            | histories: unknown key
            """)
    void aBadFileIsRefusedWithFileKeyAndReason(String good, String bad, String reason) {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> read(GOOD.replace(good, bad)))
                .withMessage("mine.yaml: " + reason);
    }
}
