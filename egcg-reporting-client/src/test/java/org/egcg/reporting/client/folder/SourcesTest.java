package org.egcg.reporting.client.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.egcg.reporting.client.folder.internal.example.ExampleFolder;
import org.egcg.reporting.client.folder.internal.example.ExampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs come in folders, in archives and by patterns; archives may be anybody's. */
class SourcesTest {
    private static final ExampleRun RUN =
            new ExampleRun("250124_A00834_0183_BHMTFYDRXX", 2, ExampleRun.reads("36 10i 10i"), 2, true);

    @TempDir
    private Path folders;

    private static List<String> runs(Path path) {
        try (Sources sources = new Sources()) {
            return RunFolder.in(sources.opened(path), 10).stream()
                    .map(RunFolder::runId)
                    .toList();
        }
    }

    private interface Entries {
        void write(String name, byte[] content) throws IOException;
    }

    private static void all(Path folder, Entries entries) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.write(folder.getParent().relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private Path tar(String name, boolean packed) throws IOException {
        Path archive = folders.resolve(name);
        try (OutputStream file = Files.newOutputStream(archive);
                OutputStream out = packed ? new GZIPOutputStream(file) : file;
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            all(ExampleFolder.write(RUN, folders), (entry, content) -> tarred(tar, entry, content));
        }
        return archive;
    }

    private static void tarred(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private Path zip(String name, byte[] content) throws IOException {
        Path archive = folders.resolve("one.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return archive;
    }

    @Test
    void aRunComesOutOfEveryKindOfArchive() throws IOException {
        Path zip = folders.resolve("run.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            all(ExampleFolder.write(RUN, folders), (name, content) -> {
                out.putNextEntry(new ZipEntry(name));
                out.write(content);
            });
        }

        assertThat(runs(zip)).containsExactly(RUN.runId());
        assertThat(runs(tar("run.tar", false))).containsExactly(RUN.runId());
        assertThat(runs(tar("run.tar.gz", true))).containsExactly(RUN.runId());
        assertThat(runs(tar("run.tgz", true))).containsExactly(RUN.runId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../RunInfo.xml", "/etc/RunInfo.xml", "a/../../RunInfo.xml", "../../../../root/x.csv"})
    void anArchiveThatNamesFilesElsewhereIsRefused(String name) throws IOException {
        Path zip = zip(name, "<RunInfo/>".getBytes(StandardCharsets.UTF_8));
        Path tar = folders.resolve("one.tar");
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
            tarred(out, name, "<RunInfo/>".getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> runs(zip))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("outside of itself");
        assertThatThrownBy(() -> runs(tar))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("outside of itself");
    }

    @Test
    void anArchiveThatUnpacksToFarMoreThanItselfIsRefused() throws IOException {
        Path bomb = zip("run/RunInfo.xml", new byte[80 << 20]);

        assertThat(Files.size(bomb)).isLessThan(200_000);
        assertThatThrownBy(() -> runs(bomb))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("unpacks to more");
    }

    @Test
    void anArchiveThatIsCutOffIsRefusedAndLeavesNothingBehind() throws IOException {
        Path whole = tar("run.tar.gz", true);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folders.resolve("cut.tar.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Path none = Files.writeString(folders.resolve("none.zip"), "this is no archive");

        assertThatThrownBy(() -> runs(cut)).isInstanceOf(FolderException.class).hasMessageContaining("cut.tar.gz");
        assertThatThrownBy(() -> runs(none)).isInstanceOf(FolderException.class).hasMessageContaining("none.zip");
    }

    @Test
    void patternsNameWhatFits() {
        ExampleFolder.write(RUN, folders);

        try (Sources sources = new Sources()) {
            assertThat(sources.named(folders + "/2501*_A00834_*")).hasSize(1);
            assertThatThrownBy(() -> sources.named(folders + "/9*"))
                    .isInstanceOf(FolderException.class)
                    .hasMessageContaining("is not there");
        }
    }
}
