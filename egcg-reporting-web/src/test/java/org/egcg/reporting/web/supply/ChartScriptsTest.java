package org.egcg.reporting.web.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/** Our scripts use the chart library in no way that any of its known faults needs, see docs/advisories.md. */
class ChartScriptsTest {

    private static final Pattern TOOLTIP = Pattern.compile("tooltip: \\{.*");
    private static final Pattern OF_TEXT = Pattern.compile(
            "tooltip: \\{ (trigger: 'item', |formatter: (at|\\(\\)) => (\\{ const .* return )?(tip|boxTip)\\().*");

    @Test
    void tooltipsAreElementsWhoseTextIsSet() throws IOException {
        List<String> tooltips = TOOLTIP.matcher(scripts("chart"))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(tooltips).hasSizeGreaterThan(5).allMatch(tooltip -> OF_TEXT.matcher(tooltip)
                .matches());
        assertThat(scripts("chart")).contains("const tip = (heading, ...lines) => make('div'");
    }

    @Test
    void nothingThatIsDrawnIsTakenForMarkup() throws IOException {
        assertThat(scripts(""))
                .doesNotContain("innerHTML")
                .doesNotContain("outerHTML")
                .doesNotContain("insertAdjacentHTML")
                .doesNotContain("document.write")
                .doesNotContain("eval(")
                .doesNotContain("new Function");
    }

    @Test
    void whatHasKnownFaultsIsNotUsed() throws IOException {
        assertThat(scripts("chart"))
                .doesNotContain("type: 'lines'")
                .doesNotContain("registerMap")
                .doesNotContain("dataView")
                .doesNotContain("renderMode")
                .doesNotContainPattern("legend: \\{[^}]*tooltip");
    }

    private static String scripts(String prefix) throws IOException {
        Path assets = RunningServer.projectRoot().resolve("egcg-reporting-web/src/main/webapp/assets");
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(assets)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(prefix) && name.endsWith(".js")) {
                    all.append(Files.readString(file)).append('\n');
                }
            }
        }
        return all.toString();
    }
}
