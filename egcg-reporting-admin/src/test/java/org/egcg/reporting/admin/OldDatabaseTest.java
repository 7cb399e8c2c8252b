package org.egcg.reporting.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.Document;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.lims.TestLims;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database with numbers of the original's own examples, in the form of its time: it is migrated and then served. */
class OldDatabaseTest {

    private static final BsonDateTime THEN = new BsonDateTime(1_448_375_620_000L);

    @TempDir
    Path directory;

    private final TestStore store = new TestStore();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoDatabase database = client.getDatabase(store.database());
    private Path config;

    @BeforeEach
    void fill() throws IOException {
        try (InputStream json = OldDatabaseTest.class.getResourceAsStream("old-database.json")) {
            Document old = Document.parse(new String(json.readAllBytes(), StandardCharsets.UTF_8));
            old.forEach((collection, documents) -> old.getList(collection, Document.class)
                    .forEach(document -> database.getCollection(collection)
                            .insertOne(document.append("_etag", "old")
                                    .append("_created", THEN)
                                    .append("_updated", THEN))));
        }
        config = Files.writeString(directory.resolve("reporting.yaml"), """
                rest_app: {url_prefix: api, api_version: '0.1', db_host: '%s', db_name: '%s'}
                service: {data_dir: data}
                """.formatted(store.uri(), store.database()));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void eachChangeIsShownThenMadeAndTheDocumentsAreServed() {
        String shown = run("migrate", "--dry-run");
        assertThat(shown)
                .contains(
                        "0.11\tanalysis_driver_stages\tsample_10015AT_1_test_fastqc\t",
                        "0.11\tanalysis_driver_procs\tsample_10015AT_1_test\t",
                        "0.11.1\tsamples\t10015AT_1_test\t",
                        "0.16\tsamples\t10015AT_1_test\t",
                        "0.22\tsamples\t10015AT_1_test\t",
                        "no duplicates");
        assertThat(document("samples").containsKey("expected_yield")).isTrue();
        run("migrate");
        run("recompute");
        BsonDocument sample = document("samples");
        assertThat(sample.getString("data_deleted").getValue()).isEqualTo("all");
        assertThat(sample.getDocument("sex_validation").getString("called").getValue())
                .isEqualTo("male");
        BsonDocument aggregated = document("runs").getDocument("aggregated");
        assertThat(aggregated.getNumber("bases_r1").longValue())
                .as("the sum of what the three run elements have")
                .isEqualTo(1_511_913_147L + 1_267_624_054L + 1_681_364_668L);
        assertThat(run("recompute", "--check")).doesNotContain("bases_r1");
    }

    @Test
    void whatWasOrderedForARecentSampleIsLookedUpInTheLims() throws IOException {
        TestLims lims = TestLims.withTables().script("/org/egcg/reporting/lims/base.sql");
        String name = "PA002";
        database.getCollection("samples")
                .insertOne(new Document("sample_id", name)
                        .append("expected_yield", 1)
                        .append("data_deleted", "none")
                        .append("_created", new BsonDateTime(System.currentTimeMillis())));
        Files.writeString(config, """
                rest_app:
                    db_host: '%s'
                    db_name: '%s'
                    lims_url: 'http://clarity.example.com'
                    lims_database: {url: '%s', db: '%s', username: postgres, password: x}
                """.formatted(store.uri(), store.database(), lims.address(), lims.database()));
        run("migrate");
        assertThat(database.getCollection("samples")
                        .find(new Document("sample_id", name))
                        .first())
                .containsEntry("required_yield", 120_000_000_000L)
                .containsEntry("required_yield_q30", 1)
                .doesNotContainKey("expected_yield");
        assertThat(run("migrate")).contains("0.16: nothing to do");
    }

    /** The only document, as the library serves it. */
    private BsonDocument document(String resource) {
        try (Reporting reporting = store.reporting()) {
            List<BsonDocument> found = reporting
                    .reader()
                    .list(reporting.schema(resource), ReadRequest.everything())
                    .list();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private String run(String command, String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(command, "--config", config.toString()),
                        java.util.Arrays.stream(arguments))
                .toArray(String[]::new);
        int exit = AdminCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(all);
        assertThat(exit).as(out.toString()).isZero();
        return out.toString();
    }
}
