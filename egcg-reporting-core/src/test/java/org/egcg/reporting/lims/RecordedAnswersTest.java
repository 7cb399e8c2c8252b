package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The answers that were recorded from the original, without a server in between. */
final class RecordedAnswersTest {

    private static final Path SCENARIOS =
            Path.of("..", "egcg-reporting-web", "src", "test", "resources", "conformance", "public", "lims");

    private static LimsReports reports;

    @BeforeAll
    static void open() {
        reports = TestLims.asRecorded().reports();
    }

    @AfterAll
    static void close() {
        reports.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedAnswerIsGiven() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(SCENARIOS)) {
            files = list.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(35);
        return files.stream().flatMap(RecordedAnswersTest::steps);
    }

    @Test
    void anUnknownReportIsNone() {
        LimsArguments none = LimsArguments.of(Map.of());
        assertThat(none.request("nope")).isEmpty();
        assertThat(none.request("status")).isEmpty();
        assertThat(LimsReports.NAMES)
                .allSatisfy(name ->
                        assertThat(none.request(name).orElseThrow().report()).isEqualTo(name));
    }

    private static Stream<DynamicTest> steps(Path file) {
        BsonDocument scenario = read(file);
        return scenario.getArray("steps").stream()
                .map(BsonValue::asDocument)
                .filter(RecordedAnswersTest::hasReport)
                .map(step -> DynamicTest.dynamicTest(
                        file.getFileName() + " " + step.get("query", new BsonDocument()), () -> replay(step)));
    }

    private static BsonDocument read(Path file) {
        try {
            return JsonReader.read(Files.readAllBytes(file)).asDocument();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static boolean hasReport(BsonDocument step) {
        return step.getString("method").getValue().equals("GET")
                && step.getDocument("expect").containsKey("json")
                && step.getDocument("expect").getNumber("status").intValue() == 200;
    }

    private static void replay(BsonDocument step) {
        String path = step.getString("path").getValue().replaceAll("/$", "");
        String name = path.endsWith("/samples") ? "sample_info" : path.substring(path.lastIndexOf('/') + 1);
        BsonDocument expect = step.getDocument("expect");
        Set<String> unordered = expect.getArray("unordered", new BsonArray()).stream()
                .map(value -> value.asString().getValue())
                .collect(Collectors.toSet());
        BsonDocument answer = answer(name, query(step));
        assertThat(new Expected(expect.get("json"), unordered).difference(answer))
                .isEmpty();
    }

    private static Map<String, List<String>> query(BsonDocument step) {
        Map<String, List<String>> query = new TreeMap<>();
        step.getDocument("query", new BsonDocument())
                .forEach((key, value) -> query.put(key, List.of(value.asString().getValue())));
        return query;
    }

    private static BsonDocument answer(String name, Map<String, List<String>> query) {
        LimsAnswer answer = reports.answer(LimsArguments.of(query).request(name).orElseThrow());
        BsonArray data = new BsonArray();
        answer.forEach(data::add);
        return new BsonDocument("_meta", new BsonDocument("total", new BsonInt32(answer.total()))).append("data", data);
    }
}
