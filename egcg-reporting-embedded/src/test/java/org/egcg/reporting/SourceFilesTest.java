package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/** What holds of the source files of all modules. */
class SourceFilesTest {
    private static final int LONGEST = 400;

    /** Files that every package and module may have. */
    private static final Set<String> OF_EACH = Set.of("package-info.java", "module-info.java");

    private final Path root = RunningServer.projectRoot();

    /** A reader need not look at an import to know which type is meant. */
    @Test
    void aNameStandsForOneTypeInAllModules() throws IOException {
        assertThat(sources("main").stream()
                        .filter(file -> !OF_EACH.contains(file.getFileName().toString()))
                        .collect(
                                Collectors.groupingBy(file -> file.getFileName().toString()))
                        .values())
                .hasSizeGreaterThan(900)
                .allSatisfy(files -> assertThat(files).hasSize(1));
    }

    @Test
    void noFileIsLongerThanCanBeReadInOneGo() throws IOException {
        assertThat(Stream.concat(sources("main").stream(), sources("test").stream())
                        .filter(file -> lines(file) > LONGEST))
                .isEmpty();
    }

    private List<Path> sources(String kind) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve("src").resolve(kind).resolve("java"))
                    .filter(Files::isDirectory)
                    .flatMap(SourceFilesTest::files)
                    .toList();
        }
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
