package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.resource.ResourceReader;
import org.egcg.reporting.resource.ResourceWriter;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.security.ApiTokens;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.store.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is closed stays closed, and says so. */
class ClosingTest {

    @TempDir
    Path directory;

    private Reporting open() {
        return Reporting.open(Configuration.load(Map.of("EGCG_DATA_DIR", directory.toString()), directory));
    }

    static Stream<Method> methods() {
        return Arrays.stream(Reporting.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.getName().equals("close") && !method.isSynthetic());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodSaysThatItIsClosed(Method method) {
        Reporting reporting = open();
        reporting.close();
        reporting.close();
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == int.class ? (Object) 1 : "runs")
                .toArray();
        assertThatThrownBy(() -> method.invoke(reporting, arguments))
                .cause()
                .isInstanceOf(Unavailable.class)
                .hasMessage("The library has been closed.");
    }

    @Test
    void partsThatWereTakenBeforeSaySoToo() {
        Reporting reporting = open();
        Schema runs = reporting.schema("runs");
        ResourceReader reader = reporting.reader();
        ResourceWriter writer = reporting.writer();
        Users users = reporting.users();
        ApiTokens tokens = reporting.apiTokens();
        writer.insert(runs, BsonDocument.parse("{'run_id': 'r1'}"));
        Documents half = reader.all(runs, ReadRequest.everything());
        reporting.close();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(half::list).withMessage("The store has been closed.");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> reader.list(runs, ReadRequest.everything()))
                .withMessage("The store has been closed.");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> writer.insert(runs, BsonDocument.parse("{'run_id': 'r2'}")))
                .withMessage("The store has been closed.");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(users::all)
                .withMessage("The user database has been closed.");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(tokens::all);
    }

    /** Whoever is in the middle of something when it closes gets an answer or that refusal, and nothing else. */
    @Test
    void itMayBeClosedWhileOthersAreAtWork() throws Exception {
        for (int round = 0; round < 5; round++) {
            Reporting reporting = open();
            ExecutorService others = Executors.newFixedThreadPool(6);
            List<Future<?>> work = new ArrayList<>();
            for (int worker = 0; worker < 6; worker++) {
                int number = worker;
                work.add(others.submit(() -> untilClosed(reporting, number)));
            }
            TimeUnit.MILLISECONDS.sleep(20L * round);
            List<Future<?>> closings = List.of(others.submit(reporting::close), others.submit(reporting::close));
            reporting.close();
            for (Future<?> closing : closings) {
                closing.get(30, TimeUnit.SECONDS);
            }
            for (Future<?> one : work) {
                one.get(30, TimeUnit.SECONDS);
            }
            others.shutdown();
        }
        try (Reporting again = open()) {
            assertThat(again.storeAnswers()).isTrue();
        }
    }

    private static void untilClosed(Reporting reporting, int number) {
        try {
            while (true) {
                switch (number) {
                    case 0 -> reporting.users().all();
                    case 1 -> reporting.tokens().issue("ann");
                    case 2 -> reporting.sessions();
                    case 3 -> reporting.actions();
                    case 4 -> reporting.writer().insert(reporting.schema("runs"), BsonDocument.parse("{}"));
                    default ->
                        reporting
                                .reader()
                                .list(reporting.schema("runs"), ReadRequest.everything())
                                .list();
                }
            }
        } catch (Unavailable closed) {
            assertThat(closed).hasMessageContaining("has been closed");
        }
    }
}
