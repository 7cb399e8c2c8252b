package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.resource.Listing;
import org.egcg.reporting.schema.Schema;
import org.junit.jupiter.api.Test;

/** What the README shows to those who embed the library. The build sets EGCG_DATA_DIR to a directory of its own. */
class ReadmeTest {

    @Test
    void theEmbeddedExampleRunsAndPrintsTheRun() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            embed();
        } finally {
            System.setOut(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"run_id\": \"r1\"", "\"aggregated\"");
    }

    // spotless:off
    private static void embed() {
        try (Reporting reporting = Reporting.open(ReportingConfig.load())) {
            Schema runs = reporting.schema("runs");
            reporting.writer().insert(runs, JsonReader.read("{\"run_id\": \"r1\", \"number_of_lanes\": 8}"));
            ReadRequest withEightLanes = ReadRequest.everything().matching(Where.parse("number_of_lanes == 8"));
            try (Listing found = reporting.reader().list(runs, withEightLanes)) {
                found.forEachRemaining(run -> System.out.println(run.toJson()));
            }
        }
    }
    // spotless:on

    @Test
    void theReadmeShowsThisCodeInTenLinesAtMost() throws IOException {
        Path root = ArchitectureTest.projectRoot();
        Matcher block = Pattern.compile("```java\n(try \\(Reporting .*?)```", Pattern.DOTALL)
                .matcher(Files.readString(root.resolve("README.md")));
        assertThat(block.find()).isTrue();
        String shown = block.group(1);
        String source =
                Files.readString(root.resolve("egcg-reporting-core/src/test/java/org/egcg/reporting/ReadmeTest.java"));

        assertThat(shown.lines().count()).isLessThanOrEqualTo(10);
        assertThat(source.replaceAll("(?m)^ +", "")).contains(shown.replaceAll("(?m)^ +", ""));
    }
}
