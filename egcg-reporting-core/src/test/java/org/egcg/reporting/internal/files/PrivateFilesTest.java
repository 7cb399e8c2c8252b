package org.egcg.reporting.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.egcg.reporting.testkit.Logged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    Path directory;

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Path open(Path path) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void aNewDirectoryIsTheOwnersWithAllAboveIt() throws IOException {
        Path deep = PrivateFiles.directory(directory.resolve("a/b/c"));
        assertThat(rights(deep)).isEqualTo("rwx------");
        assertThat(rights(directory.resolve("a"))).isEqualTo("rwx------");
    }

    @Test
    void aDirectoryThatIsThereIsClosedUnlessItIsOnlyToBeThere() throws IOException {
        Path there = open(Files.createDirectory(directory.resolve("there")));
        PrivateFiles.make(there);
        assertThat(rights(there)).isEqualTo("rwxrwxrwx");
        PrivateFiles.directory(there);
        assertThat(rights(there)).isEqualTo("rwx------");
    }

    @Test
    void aFileIsClosedAndKeepsWhatIsInIt() throws IOException {
        Path file = PrivateFiles.file(directory.resolve("file"));
        assertThat(rights(file)).isEqualTo("rw-------");
        open(Files.writeString(file, "kept"));
        PrivateFiles.file(file);
        assertThat(rights(file)).isEqualTo("rwx------");
        assertThat(file).hasContent("kept");
    }

    @Test
    void whatIsWrittenReplacesWhatWasThereAndIsTheOwners() throws IOException {
        Path file = open(Files.writeString(directory.resolve("file"), "before"));
        PrivateFiles.write(file, "after");
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(file).hasContent("after");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theGroupMayKeepItsRights() throws IOException {
        Path file = open(Files.createFile(directory.resolve("file")));
        assertThat(PrivateFiles.isReadByStrangers(file)).isTrue();
        PrivateFiles.closeToStrangers(file);
        assertThat(rights(file)).isEqualTo("rwxrwx---");
        assertThat(PrivateFiles.isReadByStrangers(file)).isFalse();
    }

    @Test
    void whatALinkLeadsToAndWhatIsEverybodysByDesignStayAsTheyAre() throws IOException {
        Path elsewhere = open(Files.createFile(directory.resolve("elsewhere")));
        PrivateFiles.close(Files.createSymbolicLink(directory.resolve("link"), elsewhere));
        assertThat(rights(elsewhere)).isEqualTo("rwxrwxrwx");
        Path common = open(Files.createDirectory(directory.resolve("common")));
        Files.setAttribute(common, "unix:mode", 01777);
        PrivateFiles.close(common);
        assertThat(rights(common)).isEqualTo("rwxrwxrwx");
        String root = rights(Path.of("/"));
        PrivateFiles.close(Path.of("/"));
        assertThat(rights(Path.of("/"))).isEqualTo(root);
    }

    @Test
    void whatCannotBeClosedIsWarnedOfAndGoesOnWorking() {
        Path unchangeable = Path.of("/proc/self/status");
        assumeThat(unchangeable).exists();
        try (Logged log = Logged.by(PrivateFiles.class.getName())) {
            PrivateFiles.close(unchangeable);
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .startsWith(unchangeable + " cannot be closed to other");
        }
    }
}
