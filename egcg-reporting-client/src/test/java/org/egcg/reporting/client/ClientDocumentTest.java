package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The client's page explains all that is public, and nothing else is; packages named internal are this project's own. */
class ClientDocumentTest {
    private static final String PACKAGE = "org.egcg.reporting.client";

    @Test
    void everyPublicTypeIsExplained() throws IOException {
        List<String> types = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PACKAGE).stream()
                        .filter(type -> !type.getPackageName().contains(".internal"))
                        .filter(ClientDocumentTest::isPublic)
                        .map(type -> type.getName().replaceFirst("^[a-z.]+", "").replace('$', '.'))
                        .toList();

        assertThat(explained()).containsExactlyInAnyOrderElementsOf(types);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ClientDocumentTest::isPublic).orElse(true);
    }

    private static List<String> explained() throws IOException {
        String page = Files.readString(Path.of("../docs/client.md"));
        String table = page.substring(page.indexOf("## Types"), page.indexOf("## Values"));
        return Pattern.compile("(?m)^\\| (`.*?`) \\|")
                .matcher(table)
                .results()
                .flatMap(row ->
                        Pattern.compile("`([\\w.]+)`").matcher(row.group(1)).results())
                .map((MatchResult name) -> name.group(1))
                .toList();
    }
}
