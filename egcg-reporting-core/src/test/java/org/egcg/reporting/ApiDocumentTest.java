package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.egcg.reporting.testkit.Structure;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The guide for embedders explains all that is public outside of internal packages, and names nothing else. */
class ApiDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*?`) \\| \\S.*\\. \\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*[a-z]\\w*(?:\\.[A-Z]\\w+)*)(?:[#.]([a-z]\\w*))?`");

    /** Types that the page names and that are not core's. */
    private static final Set<String> OTHERS = Set.of(
            "ApiDocumentTest", "ApiGuideTest", "BsonDocument", "DocumentStoreContract", "HeapStore", "ServiceLoader");

    private final Map<String, JavaClass> types = types();
    private final String page = page();

    private static Map<String, JavaClass> types() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.egcg.reporting").stream()
                        .filter(Structure::isApi)
                        .collect(Collectors.toMap(ApiDocumentTest::name, Function.identity()));
    }

    /** Without the package, as code has it that imports the outermost type. */
    private static String name(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/api.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyPublicTypeIsExplainedOnce() {
        List<String> explained = explained();
        assertThat(types.keySet().stream().filter(type -> !explained.contains(type)))
                .as("public, and in no row of docs/api.md")
                .isEmpty();
        assertThat(explained).doesNotHaveDuplicates();
    }

    private List<String> explained() {
        return ROW.matcher(page)
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .toList();
    }

    @Test
    void everyPackageSaysWhereNullMayBe() {
        assertThat(types.values().stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name ->
                        assertThat(Class.forName(name + ".package-info")).hasAnnotation(NullMarked.class));
    }

    @Test
    void whatItNamesExists() {
        List<MatchResult> names = NAME.matcher(page).results().toList();
        assertThat(names).hasSizeGreaterThan(150);
        assertThat(names.stream().filter(name -> !exists(name.group(1), name.group(2))))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private boolean exists(String type, String method) {
        return method == null
                ? types.containsKey(type) || OTHERS.contains(type)
                : types.containsKey(type)
                        && types.get(type).getMethods().stream()
                                .anyMatch(known -> known.getName().equals(method));
    }
}
