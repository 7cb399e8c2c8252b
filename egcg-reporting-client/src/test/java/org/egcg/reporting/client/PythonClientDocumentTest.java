package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of ported tests and the ported tests are one. */
class PythonClientDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(test_\\w+)` \\| `(\\w+)` \\| (.*?) ?\\|$");

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("../docs/client-python-tests.md")))
                .results()
                .toList();
    }

    @Test
    void everyOriginalTestHasOneRowAndEveryRowATestOfItsOwn() throws IOException {
        assertThat(rows()).hasSize(21 + 9);
        assertThat(rows()).extracting(row -> row.group(1)).doesNotHaveDuplicates();
        assertThat(rows()).extracting(row -> row.group(2)).containsExactlyElementsOf(inOrder());
    }

    private static List<String> inOrder() throws IOException {
        List<String> all = new ArrayList<>();
        for (Class<?> type : List.of(PythonClientTest.class, PythonConfigTest.class)) {
            Path source = Path.of("src/test/java/org/egcg/reporting/client", type.getSimpleName() + ".java");
            List<String> written = Pattern.compile("@Test\\s+void (\\w+)\\(")
                    .matcher(Files.readString(source))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(written).containsExactlyInAnyOrderElementsOf(run(type));
            all.addAll(written);
        }
        return all;
    }

    private static List<String> run(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .toList();
    }
}
