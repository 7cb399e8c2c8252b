package org.egcg.reporting.client;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Each file, and each package, can be read with only those before it. */
@AnalyzeClasses(packages = "org.egcg.reporting.client", importOptions = ImportOption.DoNotIncludeTests.class)
class RingsTest {
    @ArchTest
    static final ArchRule FILES_FORM_NO_RING = slices().assignedFrom(new Files())
            .should()
            .beFreeOfCycles()
            .because("a file that needs, however far around, what needs it can only be understood together with it");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().assignedFrom(new Packages())
            .should()
            .beFreeOfCycles()
            .because("a package can be read alone only if what it needs does not need it");

    /** What is internal to a package belongs to it. */
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName().replaceFirst("\\.internal(\\..*)?$", ""));
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    /** A file is its outermost class with all that is nested in it. */
    private static final class Files implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
        }

        @Override
        public String getDescription() {
            return "source files";
        }
    }
}
