package org.egcg.reporting.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {

    private static final Path REFERENCE = Path.of("../README.md");

    @Test
    void theReferenceListsEveryKeyAsTheCodeKnowsIt() throws IOException {
        assertThat(Files.readString(REFERENCE)).contains(table());
    }

    private static String table() {
        return Arrays.stream(ConfigKey.values())
                .map(ConfigReferenceTest::row)
                .collect(Collectors.joining(
                        "\n", "| Key | Value | If absent | Meaning |\n| --- | --- | --- | --- |\n", "\n"));
    }

    private static String row(ConfigKey key) {
        return "| `%s` | %s | %s | %s |".formatted(key.path(), key.kind().words(), key.otherwise(), key.meaning());
    }
}
