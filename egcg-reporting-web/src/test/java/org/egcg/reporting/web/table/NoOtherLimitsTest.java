package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No number that judges a lane, run element or sample stands anywhere but in the limits file. */
class NoOtherLimitsTest {

    private static final String METRIC =
            "(?i:yield|q30|adapt|dup|coverage|pass_?filter|undetermined|freemix|mapped|mismatch|no_call|species)";
    private static final String NUMBER = "-?[0-9][0-9_.]*";

    /** A constant of a limit; a metric compared with a number; a number compared with a metric. */
    private static final List<Pattern> JUDGES = List.of(
            Pattern.compile("(?i)[a-z0-9_]*limit[a-z0-9_]* *= *" + NUMBER + "(?![0-9]*[a-z(])"),
            Pattern.compile(METRIC + "[A-Za-z0-9_.()\"']* *(<=?|>=?|&lt;|&gt;) *(?!0\\b)" + NUMBER),
            Pattern.compile("(?<![A-Za-z_0-9.])(?!0\\b)" + NUMBER + " *(<=?|>=?) *[A-Za-z_.]*" + METRIC));

    private static final List<String> ROOMS = List.of(
            "egcg-reporting-core/src/main/java/org/egcg/reporting/review",
            "egcg-reporting-core/src/main/java/org/egcg/reporting/instrument",
            "egcg-reporting-web/src/main/java/org/egcg/reporting/web/table",
            "egcg-reporting-web/src/main/java/org/egcg/reporting/web/home",
            "egcg-reporting-web/src/main/java/org/egcg/reporting/web/page",
            "egcg-reporting-web/src/main/java/org/egcg/reporting/web/chart",
            "egcg-reporting-web/src/main/java/org/egcg/reporting/web/plate",
            "egcg-reporting-web/src/main/java/org/egcg/reporting/web/reading",
            "egcg-reporting-web/src/main/java/org/egcg/reporting/web/script",
            "egcg-reporting-web/src/main/webapp");

    @Test
    void neitherCodeNorPagesJudgeByANumber() throws IOException {
        List<String> found = new ArrayList<>();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(RunningServer.projectRoot().resolve(room))) {
                for (Path file : files.filter(NoOtherLimitsTest::isRead).toList()) {
                    Files.readString(file)
                            .lines()
                            .filter(line -> !line.strip().startsWith("*")
                                    && !line.strip().startsWith("/**"))
                            .filter(NoOtherLimitsTest::judges)
                            .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isRead(Path file) {
        return file.toString().matches(".*\\.(java|xhtml|js)");
    }

    private static boolean judges(String line) {
        return JUDGES.stream().anyMatch(pattern -> pattern.matcher(line).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"column_mappings.yaml", "charts_metrics_mappings.yaml"})
    void noShippedColumnHasALimitOfItsOwn(String file) {
        assertThat(Tables.text(file).lines().filter(line -> !line.startsWith("#")))
                .noneMatch(line -> line.matches(".*\\b(min|max): .*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private static final double YIELD_LIMIT = 120;",
                "private static final double Q30_LIMIT = 75;",
                "return yield < 120;",
                "if (aggregated.pc_q30 >= 75.5) {",
                "<b class=\"#{lane.yieldValue() lt 120 or lane.q30 < 75 ? 'bad' : ''}\">",
                "return 35 < duplicates;"
            })
    void whatItLooksForIsFound(String line) {
        assertThat(judges(line)).isTrue();
    }
}
