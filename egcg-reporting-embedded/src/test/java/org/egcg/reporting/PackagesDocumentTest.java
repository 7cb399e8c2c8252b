package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** ARCHITECTURE.md has a line for each package of main code: the question that its package-info begins with. */
class PackagesDocumentTest {
    private static final String ROOT = "org.egcg.reporting";
    private static final Pattern MODULE = Pattern.compile("(?ms)^### ([\\w-]+)\\n(.*?)(?=^##)");
    private static final Pattern LINE = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| (.+?) \\| (.+) \\|$");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)/\\*\\*\\s*(?:\\* )?(.*?[?.])(?=\\s)");

    private final Path root = RunningServer.projectRoot();
    private final List<MatchResult> modules =
            MODULE.matcher(text(root.resolve("ARCHITECTURE.md"))).results().toList();

    @Test
    void everyModuleHasItsTable() throws IOException {
        try (Stream<Path> directories = Files.list(root)) {
            assertThat(modules)
                    .extracting(module -> module.group(1))
                    .containsExactlyInAnyOrderElementsOf(directories
                            .filter(directory -> Files.isDirectory(sources(directory)))
                            .map(directory -> directory.getFileName().toString())
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPackageHasItsLine() {
        return modules.stream()
                .map(module -> DynamicTest.dynamicTest(
                        module.group(1), () -> compare(lines(module), questions(module.group(1)))));
    }

    private static void compare(List<MatchResult> lines, List<String> questions) {
        List<String> said = lines.stream()
                .map(line -> line.group(1) + " | " + line.group(2))
                .toList();
        assertThat(questions.stream().filter(question -> !said.contains(question)))
                .as("packages without their line, or with another")
                .isEmpty();
        assertThat(said).hasSameSizeAs(questions);
    }

    @TestFactory
    Stream<DynamicTest> eachLineLeadsToTypesOfItsPackage() {
        return modules.stream()
                .map(module -> DynamicTest.dynamicTest(
                        module.group(1), () -> assertThat(lines(module)).allSatisfy(line -> assertThat(
                                        line.group(3).replace("`", "").split(", "))
                                .isNotEmpty()
                                .allMatch(type -> Files.exists(directory(module.group(1), line.group(1))
                                        .resolve(type + ".java"))))));
    }

    private static List<MatchResult> lines(MatchResult module) {
        return LINE.matcher(module.group(2)).results().toList();
    }

    private List<String> questions(String module) throws IOException {
        Path sources = sources(root.resolve(module));
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .map(directory -> name(sources.relativize(directory)) + " | "
                            + question(text(directory.resolve("package-info.java"))))
                    .toList();
        }
    }

    private Path directory(String module, String name) {
        String full = name.startsWith(ROOT) ? name : ROOT + "." + name;
        return sources(root.resolve(module)).resolve(full.replace('.', '/'));
    }

    private static Path sources(Path module) {
        return module.resolve("src/main/java");
    }

    private static String name(Path directory) {
        String full = directory.toString().replace('/', '.');
        return full.equals(ROOT) ? full : full.substring(ROOT.length() + 1);
    }

    private static String question(String packageInfo) {
        Matcher sentence = FIRST_SENTENCE.matcher(packageInfo);
        assertThat(sentence.find()).as(packageInfo).isTrue();
        return sentence.group(1).replaceAll("\\s+\\* ?", " ").replaceAll("\\{@code ([^}]*)\\}", "`$1`");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
