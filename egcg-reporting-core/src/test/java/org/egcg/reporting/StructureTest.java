package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.Structure;
import org.junit.jupiter.api.Test;

/** What {@link Structure} asks of every module. */
@AnalyzeClasses(packages = "org.egcg.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {
    @ArchTest
    static final ArchRule PACKAGES = Structure.PACKAGES_FORM_NO_CYCLE;

    @ArchTest
    static final ArchRule FILES = Structure.FILES_FORM_NO_RING;

    @ArchTest
    static final ArchRule API = Structure.THE_API_SPEAKS_OF_NOTHING_INTERNAL;

    @Test
    void examplesUseTheApiAlone() throws IOException {
        Path examples = Path.of("../etc/examples");
        try (Stream<Path> files = Files.walk(examples)) {
            List<Path> sources = files.filter(file -> file.toString().matches(".*\\.(java|groovy|nf)"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(8).allSatisfy(source -> assertThat(source)
                    .content()
                    .doesNotContainPattern("org\\.egcg\\.reporting\\.([a-z.]+\\.)?internal\\."));
        }
    }
}
