package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.security.User;
import org.egcg.reporting.testkit.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationTest {

    @TempDir
    Path directory;

    private Reporting open() {
        return Reporting.open(ReportingConfig.load(Map.of("EGCG_DATA_DIR", directory.toString()), directory));
    }

    @Test
    void aFreshStoreShowsALaboratoryWithRunsInAllStates() {
        try (Reporting reporting = open()) {
            Map<String, Integer> counts = Map.of(
                    "runs",
                    7,
                    "lanes",
                    56,
                    "run_elements",
                    112,
                    "samples",
                    29,
                    "projects",
                    3,
                    "species",
                    3,
                    "genomes",
                    3);
            counts.forEach((resource, count) -> assertThat(
                            reporting.reader().count(reporting.schema(resource), new BsonDocument()))
                    .as(resource)
                    .isEqualTo(count.longValue()));
            BsonDocument run = new Records(reporting).aggregated("runs", "261013_E00306_0402_AHJ5TCCX2");
            assertThat(run.getDocument("most_recent_proc").get("status")).isEqualTo(new BsonString("finished"));
            assertThat(run.getDouble("pc_q30").getValue()).isBetween(80.0, 95.0);
        }
    }

    @Test
    void theDemoUserFindsHisPasswordInTheDataDirectoryAndStaysAcrossStarts() throws Exception {
        open().close();

        try (Reporting reporting = open()) {
            String[] credentials =
                    Files.readString(directory.resolve("demo-user.txt")).strip().split(" ");
            User user = reporting.users().authenticate(credentials[0], credentials[1], "127.0.0.1");
            assertThat(user.name()).isEqualTo("demo");
            assertThat(reporting.reader().count(reporting.schema("runs"), new BsonDocument()))
                    .isEqualTo(7);
        }
    }
}
