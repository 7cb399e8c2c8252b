package org.egcg.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Imports point one way, and the map that readers are given names what is there. */
class ArchitectureTest {

    private static final String ROOT = "org.egcg.reporting";

    /** The other rooms that each may know. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("json", List.of()),
            Map.entry("xml", List.of()),
            Map.entry("yaml", List.of()),
            Map.entry("config", List.of("yaml")),
            Map.entry("schema", List.of("json", "yaml")),
            Map.entry("openapi", List.of("schema")),
            Map.entry("query", List.of("schema", "json")),
            Map.entry("store", List.of("query", "schema")),
            Map.entry("aggregation", List.of("store", "schema", "json", "yaml")),
            Map.entry("resource", List.of("aggregation", "store", "query", "schema", "json")),
            Map.entry("clarity", List.of("xml")),
            Map.entry("review", List.of("resource", "clarity", "query", "schema", "json", "yaml")),
            Map.entry("lims", List.of("json", "yaml")),
            Map.entry("security", List.of("json")),
            Map.entry("view", List.of("store", "json")));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void aRoomKnowsOnlyTheRoomsThatItBuildsOn() {
        MAY_KNOW.forEach((room, known) -> {
            List<String> allowed = new ArrayList<>();
            allowed.add(ROOT + "." + room + "..");
            known.forEach(other -> allowed.add(ROOT + "." + other + ".."));
            classes()
                    .that()
                    .resideInAPackage(ROOT + "." + room + "..")
                    .should()
                    .onlyDependOnClassesThat(new OneOf(allowed))
                    .because("a room is understood with the rooms below it and no others")
                    .allowEmptyShould(true)
                    .check(CORE);
        });
    }

    /** The rooms allowed, the world outside, and the family of exceptions that all of core shares. */
    private static final class OneOf extends com.tngtech.archunit.base.DescribedPredicate<JavaClass> {
        private final List<String> packages;

        OneOf(List<String> packages) {
            super("reside in %s", packages);
            this.packages = packages;
        }

        @Override
        public boolean test(JavaClass known) {
            String name = known.getPackageName();
            return !(name.equals(ROOT) || name.startsWith(ROOT + "."))
                    || known.getName().startsWith(ROOT + ".ReportingException")
                    || packages.stream()
                            .map(allowed -> allowed.substring(0, allowed.length() - 2))
                            .anyMatch(allowed -> name.equals(allowed) || name.startsWith(allowed + "."));
        }
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("rooms that need each other are one room")
                .check(CORE);
    }

    @Test
    void onlyTheLimsSqlRoomKnowsJakarta() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".lims.sql..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta..")
                .because("an institute embeds the library without an application server")
                .check(CORE);
    }

    @Test
    void theMapNamesTypesAndMethodsThatExist() throws IOException {
        Map<String, Set<String>> methodsByType = methodsByType();
        String map = Files.readString(projectRoot().resolve("ARCHITECTURE.md"));
        List<MatchResult> named = Pattern.compile("`([A-Z][A-Za-z]+)(#([a-z][A-Za-z]+))?`")
                .matcher(map)
                .results()
                .toList();

        assertThat(named).hasSizeGreaterThan(20);
        for (MatchResult name : named) {
            assertThat(methodsByType).as(name.group()).containsKey(name.group(1));
            if (name.group(3) != null) {
                assertThat(methodsByType.get(name.group(1))).as(name.group()).contains(name.group(3));
            }
        }
    }

    /** By the sources of all modules, so that the map may also name what answers requests. */
    private static Map<String, Set<String>> methodsByType() throws IOException {
        Pattern method = Pattern.compile("\\b([a-z][A-Za-z]+)\\(");
        try (Stream<Path> files = Files.walk(projectRoot())) {
            return files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> method.matcher(text(file))
                                    .results()
                                    .map(found -> found.group(1))
                                    .collect(Collectors.toSet()),
                            (one, other) ->
                                    Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet())));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    static Path projectRoot() {
        return Path.of("").toAbsolutePath().getParent();
    }
}
