package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that name code are held against it. */
class ArchitectureDocumentTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+[a-z][A-Za-z]*)(?:#([a-z][A-Za-z]*))?`");
    /** A step and, seen but not taken, the one behind its arrow. */
    private static final Pattern STEP =
            Pattern.compile("`([A-Z][A-Za-z]+)(?:#[a-z][A-Za-z]*)?` →(?= `([A-Z][A-Za-z]+)(?:#([a-z][A-Za-z]*))?`)");

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern XML_BLOCK = Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL);

    /** The client's tests compile and run what is about the client. */
    private static final String COMPILED_BY_THE_CLIENT = "org.egcg.reporting.client";

    private final Path root = RunningServer.projectRoot();
    private final List<Path> sources = sources();

    @Test
    void everyTypeAndMethodThatItNamesExists() throws IOException {
        List<MatchResult> names = NAMED.matcher(Files.readString(root.resolve("ARCHITECTURE.md")))
                .results()
                .toList();
        assertThat(names).hasSizeGreaterThan(20);
        assertThat(names).allSatisfy(name -> {
            String text = source(name.group(1));
            if (name.group(2) != null) {
                assertThat(text).containsPattern("\\b" + name.group(2) + "\\(");
            }
        });
    }

    @Test
    void eachStepOfAWalkNamesTheNextOneInItsCode() throws IOException {
        String document = Files.readString(root.resolve("ARCHITECTURE.md"));
        String walks = document.substring(document.indexOf("## Six walks"), document.indexOf("## Why it is so"));
        assertThat(walks.split("\\n\\*\\*")).as("an introduction and six walks").hasSize(7);
        List<MatchResult> steps =
                STEP.matcher(walks.replaceAll("\\s+", " ")).results().toList();
        assertThat(steps).hasSizeGreaterThan(12);
        assertThat(steps).allSatisfy(step -> {
            String from = source(step.group(1));
            String next = step.group(2);
            String method = step.group(3);
            assertThat(from.contains(next) || (method != null && from.contains("." + method + "(")))
                    .as("%s names %s", step.group(1), next)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/api.md"})
    void examplesAreSlicesOfCompiledCode(String document) throws IOException {
        List<String> code = sources.stream().map(file -> flat(text(file))).toList();
        List<String> blocks = JAVA_BLOCK
                .matcher(Files.readString(root.resolve(document)))
                .results()
                .map(block -> block.group(1))
                .filter(block -> !block.contains(COMPILED_BY_THE_CLIENT))
                .toList();
        assertThat(blocks).isNotEmpty().allMatch(block -> code.stream().anyMatch(text -> text.contains(flat(block))));
    }

    @Test
    void theReadmesDependenciesAreThoseOfTheExample() throws IOException {
        String pom = flat(text(root.resolve("etc/examples/embed/pom.xml")));
        List<String> blocks = XML_BLOCK
                .matcher(Files.readString(root.resolve("README.md")))
                .results()
                .map(block -> flat(block.group(1)))
                .filter(block -> block.contains("<artifactId>egcg-reporting-core"))
                .toList();
        assertThat(blocks).hasSize(1).allMatch(pom::contains);
    }

    private String source(String type) {
        return sources.stream()
                .filter(file -> file.endsWith(type + ".java"))
                .findFirst()
                .map(ArchitectureDocumentTest::text)
                .orElseThrow(() -> new AssertionError("ARCHITECTURE.md names " + type + ", which does not exist"));
    }

    private List<Path> sources() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what a formatter may change. */
    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }
}
