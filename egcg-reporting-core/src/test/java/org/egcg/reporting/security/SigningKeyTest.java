package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.IntStream;
import org.egcg.reporting.security.internal.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    Path directory;

    @Test
    void allWhoAskAtOnceGetTheSameKey() throws IOException {
        Path data = directory.resolve("new");
        assertThat(IntStream.range(0, 32)
                        .parallel()
                        .mapToObj(asker -> SigningKey.in(data))
                        .distinct())
                .singleElement()
                .asString()
                .hasSize(44);
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(data.resolve("token.key"));
        }
    }

    @Test
    void onlyTheOwnerReadsTheKey() throws IOException {
        SigningKey.in(directory);
        assertThat(Files.getPosixFilePermissions(directory.resolve("token.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
