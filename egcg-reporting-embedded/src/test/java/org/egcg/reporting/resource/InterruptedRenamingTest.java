package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.testkit.Records;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A renaming is refused before it has changed anything, or it stands and reaches all that it has to reach. */
class InterruptedRenamingTest {

    private static final int ELEMENTS = 3;

    @TempDir
    Path directory;

    private final TestStore store = new TestStore();
    private final AtomicInteger comments = new AtomicInteger();
    private Reporting other;
    private Records others;

    /** What happens just before a run element is changed. */
    private volatile Runnable between = () -> {};

    @BeforeEach
    void fill() {
        other = store.reporting();
        others = new Records(other);
        others.post("samples", "{\"sample_id\": \"T1\", \"project_id\": \"P\"}");
        for (int element = 0; element < ELEMENTS; element++) {
            others.post("run_elements", """
                    {"run_element_id": "e%d", "run_id": "r", "lane": 1, "project_id": "P", "library_id": "l",
                     "sample_id": "T1", "useable": "yes", "bases_r1": 500000000, "bases_r2": 500000000}""".formatted(element));
        }
    }

    @AfterEach
    void close() {
        other.close();
        store.close();
    }

    private Reporting interrupted(String schema, Clock clock) throws Exception {
        Files.writeString(directory.resolve("schema.overlay.yaml"), schema);
        String config = "service: {config_dir: '" + directory + "'}";
        Path file = Files.writeString(directory.resolve("reporting.yaml"), config);
        return Reporting.builder()
                .configuration(Configuration.load(
                        Map.of("EGCG_DATA_DIR", directory.toString(), "REPORTINGCONFIG", file.toString()), directory))
                .store(interrupted(store.connect()))
                .clock(clock)
                .open();
    }

    private Reporting interrupted() throws Exception {
        return interrupted("{}", Clock.systemUTC());
    }

    private DocumentStore interrupted(DocumentStore real) {
        return (DocumentStore) Proxy.newProxyInstance(
                DocumentStore.class.getClassLoader(),
                new Class<?>[] {DocumentStore.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("update") && arguments[0].equals("run_elements")) {
                        between.run();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private void commentOnAll() {
        for (int element = 0; element < ELEMENTS; element++) {
            others.patch(
                    "run_elements",
                    "e" + element,
                    "{\"useable_comments\": \"no. %d\"}".formatted(comments.incrementAndGet()));
        }
    }

    private static void isAway() {
        throw new Unavailable("store", "store does not answer", null);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int element = 0; element < ELEMENTS; element++) {
            names.add(others.one("run_elements", "e" + element)
                    .getString("sample_id")
                    .getValue());
        }
        return names.stream().distinct().toList();
    }

    private int notes() {
        try (DocumentStore bare = store.connect()) {
            return bare.find(Find.in("pending_renamings")).list().size();
        }
    }

    @Test
    void aNameThatOneOfThemMustNotHaveIsRefusedAndChangesNothing() throws Exception {
        String schema =
                "resources: {run_elements: {fields: {sample_id: {type: string, required: true, allowed: [T1]}}}}";
        try (Reporting reporting = interrupted(schema, Clock.systemUTC())) {
            String etag = others.one("samples", "T1").getString("_etag").getValue();
            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> new Records(reporting).patch("samples", "T1", "{\"sample_id\": \"T2\"}"))
                    .withMessageContaining("unallowed value T2");
            assertThat(others.one("samples", "T1").getString("_etag").getValue())
                    .isEqualTo(etag);
            assertThat(names()).containsExactly("T1");
            assertThat(notes()).isZero();
        }
    }

    @Test
    void aNameThatStandsIsToldAsSuchThoughOthersWriteTheSameDocumentsOverAndOver() throws Exception {
        try (Reporting reporting = interrupted()) {
            between = this::commentOnAll;
            assertThat(new Records(reporting).patch("samples", "T1", "{\"sample_id\": \"T2\"}"))
                    .isInstanceOf(Written.Changed.class);
            between = () -> {};
            assertThat(names()).containsExactly("T1");
            reporting.maintain();
            assertThat(names()).containsExactly("T2");
            assertThat(others.aggregated("samples", "T2")
                            .getNumber("yield_in_gb")
                            .doubleValue())
                    .isEqualTo(3.0);
            assertThat(notes()).isZero();
        }
    }

    @Test
    void whatAProcessThatIsGoneHasRenamedIsCarriedByAnother() throws Exception {
        try (Reporting reporting = interrupted()) {
            between = InterruptedRenamingTest::isAway;
            new Records(reporting).put("samples", "T1", "{\"sample_id\": \"T2\", \"project_id\": \"P\"}");
        }
        other.maintain();
        assertThat(names()).as("it may still be at work").containsExactly("T1");
        between = () -> {};
        try (Reporting later = interrupted("{}", Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3)))) {
            later.maintain();
            assertThat(names()).containsExactly("T2");
            assertThat(notes()).isZero();
        }
    }

    @Test
    void thoseOfADocumentThatWasRenamedTwiceGetItsLastName() throws Exception {
        try (Reporting reporting = interrupted()) {
            Records records = new Records(reporting);
            between = InterruptedRenamingTest::isAway;
            records.patch("samples", "T1", "{\"sample_id\": \"T2\"}");
            records.patch("samples", "T2", "{\"sample_id\": \"T3\"}");
            between = () -> {};
            reporting.maintain();
            assertThat(names()).containsExactly("T3");
        }
    }

    @Test
    void aNameThatWasGivenToAnotherMeansTheOther() throws Exception {
        try (Reporting reporting = interrupted()) {
            between = InterruptedRenamingTest::isAway;
            new Records(reporting).patch("samples", "T1", "{\"sample_id\": \"T2\"}");
            others.post("samples", "{\"sample_id\": \"T1\", \"project_id\": \"P\"}");
            between = () -> {};
            reporting.maintain();
            assertThat(names()).containsExactly("T1");
            assertThat(notes()).isZero();
        }
    }

    @Test
    void aRefusedRenamingLeavesNothingToBeDone() throws Exception {
        try (Reporting reporting = interrupted()) {
            Receipt read = new Records(reporting).receipt("samples", "T1");
            others.patch("samples", "T1", "{\"species_name\": \"Apis mellifera\"}");
            assertThatExceptionOfType(EtagMismatch.class)
                    .isThrownBy(() -> new Records(reporting).patch(read, "{\"sample_id\": \"T2\"}"));
            others.post("samples", "{\"sample_id\": \"T9\", \"project_id\": \"P\"}");
            assertThat(new Records(reporting).patch("samples", "T1", "{\"sample_id\": \"T9\"}"))
                    .isInstanceOf(Written.ChangeRefused.class);
            assertThat(names()).containsExactly("T1");
            assertThat(notes()).isZero();
        }
    }

    @Test
    void renamingsAmongWritersOfTheSameDocumentsAllStand() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(3);
        AtomicBoolean enough = new AtomicBoolean();
        List<Future<?>> work = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            String element = "e" + writer;
            work.add(writers.submit(() -> commentOn(element, enough)));
        }
        for (int name = 1; name <= 20; name++) {
            assertThat(others.patch("samples", "T" + name, "{\"sample_id\": \"T%d\"}".formatted(name + 1)))
                    .isInstanceOf(Written.Changed.class);
        }
        enough.set(true);
        for (Future<?> one : work) {
            one.get();
        }
        writers.shutdown();
        other.maintain();
        assertThat(names()).containsExactly("T21");
        assertThat(others.aggregated("samples", "T21").getNumber("yield_in_gb").doubleValue())
                .isEqualTo(3.0);
        assertThat(notes()).isZero();
    }

    private void commentOn(String element, AtomicBoolean enough) {
        while (!enough.get()) {
            try {
                others.patch(
                        "run_elements",
                        element,
                        "{\"useable_comments\": \"no. %d\"}".formatted(comments.incrementAndGet()));
            } catch (EtagMismatch raced) {
                // the next round reads it again
            }
        }
    }
}
