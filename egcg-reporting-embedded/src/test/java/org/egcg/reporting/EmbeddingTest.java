package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.WhereText;
import org.egcg.reporting.schema.Schema;
import org.junit.jupiter.api.Test;

/** The README's example runs, from a plain main, with nothing configured. */
class EmbeddingTest {

    @Test
    void theReadmesProgramRunsAsItStands() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            main();
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("r1");
    }

    private static void main() {
        try (Reporting reporting = Reporting.open(Configuration.load())) {
            Schema runs = reporting.schema("runs");
            reporting.writer().insert(runs, JsonReader.read("{\"run_id\": \"r1\", \"number_of_lanes\": 8}"));
            ReadRequest large =
                    ReadRequest.everything().matching(WhereText.parse("{\"number_of_lanes\": {\"$gte\": 8}}"));
            reporting.reader().list(runs, large).list().forEach(run -> System.out.println(run.getString("run_id")));
        }
    }
}
