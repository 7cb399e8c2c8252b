package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/** What is written about deviations is what the replay of the recordings allows. */
class DeviationsTest {

    private static final Pattern LINE = Pattern.compile("## `(?<reason>[\\w-]+)`.*|\\* `(?<scenario>\\w[\\w/-]+)`");

    private final Deviations deviations = Deviations.read();

    @Test
    void theDocumentNamesEveryScenarioUnderItsReason() throws IOException {
        Map<String, Set<String>> allowed = new TreeMap<>();
        deviations.scenarios().forEach(scenario -> allowed.computeIfAbsent(
                        deviations.reason(scenario), reason -> new TreeSet<>())
                .add(scenario));
        assertThat(documented()).isEqualTo(allowed);
    }

    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> documented = new TreeMap<>();
        String reason = "";
        for (String line : Files.readAllLines(RunningServer.projectRoot().resolve("docs/deviations.md"))) {
            Matcher found = LINE.matcher(line);
            if (found.matches() && found.group("reason") != null) {
                reason = found.group("reason");
            } else if (found.matches()) {
                documented.computeIfAbsent(reason, name -> new TreeSet<>()).add(found.group("scenario"));
            }
        }
        return documented;
    }

    @Test
    void whatDiffersInAllScenariosHasItsReasonInTheDocument() throws IOException {
        assertThat(Files.readString(RunningServer.projectRoot().resolve("docs/deviations.md")))
                .contains("## `" + deviations.reasonEverywhere() + "`");
    }

    @Test
    void everyAdditionHasItsReasonInTheDocument() throws IOException {
        String document = Files.readString(RunningServer.projectRoot().resolve("docs/deviations.md"));
        assertThat(deviations.additions()).isNotEmpty().allSatisfy(path -> assertThat(document)
                .containsAnyOf("`" + path + "`", "`" + path.substring(path.lastIndexOf('/') + 1) + "`"));
    }

    @Test
    void everyDeviationIsOneOfARecordedScenario() {
        Set<String> recorded = new TreeSet<>();
        Stream.of("public", "original-bugs", "clarity")
                .flatMap(directory -> Scenario.below(directory).stream())
                .forEach(scenario -> recorded.add(scenario.name()));
        assertThat(recorded).containsAll(deviations.scenarios());
    }
}
