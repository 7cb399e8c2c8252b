package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/** Each row of docs/security.md names what is done and a test that exists. */
class SecurityDocumentTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    private final Path root = RunningServer.projectRoot();

    @Test
    void everyRowNamesTestsThatExist() throws IOException {
        List<String> rows = Files.readAllLines(root.resolve("docs/security.md")).stream()
                .filter(line -> line.matches("\\| \\d.*"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> {
            String[] cells = row.split("\\|");
            assertThat(cells).hasSize(5);
            assertThat(Arrays.stream(cells).skip(1)).noneMatch(String::isBlank);
            List<MatchResult> tests = TEST.matcher(cells[4]).results().toList();
            assertThat(tests).as(row).isNotEmpty();
            for (MatchResult test : tests) {
                assertThat(source(test.group(1))).containsPattern("\\b" + test.group(2) + "\\(");
            }
        });
    }

    private String source(String test) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            Path file = files.filter(path -> path.endsWith(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("docs/security.md names " + test + ", which does not exist"));
            return Files.readString(file);
        }
    }
}
