package org.egcg.reporting.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.trail.Origin;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandTest {

    @TempDir
    Path directory;

    private final TestStore store = new TestStore();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoDatabase database = client.getDatabase(store.database());

    @BeforeEach
    void fill() {
        insert("analysis_driver_procs", """
                {proc_id: "p1", dataset_type: "sample", dataset_name: "s1", status: "deleted",
                 stages: [{stage_name: "fastqc", exit_status: 0}, {stage_name: "bcl"}]}""");
        insert("analysis_driver_procs", "{proc_id: 'p2', dataset_type: 'run', dataset_name: 'r1', stages: ['p2_x']}");
        insert("samples", """
                {sample_id: "s1", expected_yield: 5, expected_coverage: 30, called_gender: "male",
                 gender_validation: {hetX: "0.1"}}""");
        insert("samples", "{sample_id: 's2', data_deleted: null}");
        insert("samples", "{sample_id: 's3', data_deleted: 'fastq'}");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void aDryRunShowsEachChangeAndMakesNone() throws IOException {
        List<Document> before = everything();
        assertThat(run("--dry-run"))
                .contains("0.11\tanalysis_driver_stages\tp1_fastqc\t", "0.16\tsamples\ts1\t", "0.22: 1 changes");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void documentsHaveTodaysFormAfterwards() throws IOException {
        run();
        assertThat(sample("s1"))
                .containsEntry("data_deleted", "all")
                .containsEntry("required_yield_q30", 5)
                .containsEntry("required_coverage", 30)
                .containsEntry("sex_validation", new Document("hetX", "0.1").append("called", "male"))
                .doesNotContainKeys("expected_yield", "expected_coverage", "gender_validation", "called_gender");
        assertThat(sample("s2")).containsEntry("data_deleted", "none");
        assertThat(sample("s3")).containsEntry("data_deleted", "fastq");
        Document proc = find("analysis_driver_procs", "proc_id", "p1");
        assertThat(proc).containsEntry("status", "finished").containsEntry("stages", List.of("p1_fastqc", "p1_bcl"));
        assertThat(find("analysis_driver_stages", "stage_id", "p1_fastqc"))
                .containsEntry("analysis_driver_proc", "p1")
                .containsEntry("exit_status", 0);
    }

    @Test
    void aSecondRunFindsNothingToDo() throws IOException {
        run();
        List<Document> before = everything();
        assertThat(run().lines())
                .containsExactly(
                        "0.11: nothing to do",
                        "0.11.1: nothing to do",
                        "0.16: nothing to do",
                        "0.22: nothing to do",
                        "unique values: no duplicates");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void eachChangeIsInTheHistoryAndMakesTheDocumentThatIsStored() throws IOException {
        run("--dry-run");
        Trail trail = new Trail(store.connect(), Clock.systemUTC());
        assertThat(trail.list(TrailQuestion.ALL, 100)).isEmpty();
        run();
        List<TrailEntry> entries = trail.list(TrailQuestion.ALL, 100);
        assertThat(entries)
                .extracting(TrailEntry::name, TrailEntry::change, entry -> entry.origin()
                        .why())
                .contains(
                        tuple("p1_fastqc", "inserted", "0.11"),
                        tuple("p1", "changed", "0.11"),
                        tuple("s1", "changed", "0.22"));
        assertThat(entries).allSatisfy(entry -> assertThat(entry.origin())
                .extracting(Origin::by, Origin::via, Origin::action)
                .containsExactly(System.getProperty("user.name"), "migration", "migrate"));
        BsonDocument rebuilt = BsonDocument.parse("""
                {sample_id: "s1", expected_yield: 5, expected_coverage: 30, called_gender: "male",
                 gender_validation: {hetX: "0.1"}}""");
        entries.stream()
                .filter(entry -> entry.name().equals("s1"))
                .sorted(Comparator.comparing(TrailEntry::id))
                .forEach(entry -> {
                    rebuilt.keySet().removeAll(entry.before().keySet());
                    rebuilt.putAll(entry.after());
                });
        Document stored = sample("s1");
        stored.remove("_id");
        assertThat(rebuilt).isEqualTo(stored.toBsonDocument());
        run();
        assertThat(trail.list(TrailQuestion.ALL, 100)).hasSameSizeAs(entries);
    }

    @Test
    void documentsThatShareAnIdAreListedAndKept() throws IOException {
        insert("samples", "{sample_id: 's3', data_deleted: 'all', library_id: 'l1'}");
        run(3);
        List<Document> before = everything();

        assertThat(run(3))
                .contains("duplicates\tsamples\t{\"sample_id\": \"s3\"}\t")
                .contains("differ in [data_deleted, library_id]")
                .contains("unique values: 1 are shared");
        assertThat(everything()).isEqualTo(before);
    }

    private void insert(String collection, String json) {
        database.getCollection(collection).insertOne(Document.parse(json));
    }

    private Document sample(String id) {
        return find("samples", "sample_id", id);
    }

    private Document find(String collection, String field, String value) {
        return database.getCollection(collection)
                .find(new Document(field, value))
                .first();
    }

    private List<Document> everything() {
        return Stream.of("samples", "analysis_driver_procs", "analysis_driver_stages")
                .flatMap(name -> database
                        .getCollection(name)
                        .find()
                        .sort(new Document("_id", 1))
                        .into(new java.util.ArrayList<Document>())
                        .stream())
                .toList();
    }

    private String run(String... arguments) throws IOException {
        return run(0, arguments);
    }

    private String run(int expected, String... arguments) throws IOException {
        Path configuration = directory.resolve("reporting.yaml");
        Files.writeString(configuration, """
                rest_app:
                  db_host: %s
                  db_name: %s
                """.formatted(store.uri(), store.database()));
        StringWriter out = new StringWriter();
        int code = AdminCommand.commandLine()
                .setOut(new PrintWriter(out))
                .execute(Stream.concat(Stream.of("migrate", "--config", configuration.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
        assertThat(code).isEqualTo(expected);
        return out.toString();
    }
}
