package org.egcg.reporting.testkit;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Function;

/** What holds of the code of every module: what can be read alone, can be changed alone. */
public final class Structure {

    /** Each package is a slice, those that hold others and the root of all of them too. */
    public static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().assignedFrom(
                    by("package", JavaClass::getPackageName))
            .should()
            .beFreeOfCycles()
            .because("a package can be read alone only if what it needs does not need it");

    /** Each top-level type is a slice, with the types inside it. */
    public static final ArchRule FILES_FORM_NO_RING = slices().assignedFrom(by("file", Structure::file))
            .should()
            .beFreeOfCycles()
            .because("of two files that need each other neither can be understood first");

    private Structure() {}

    private static String file(JavaClass type) {
        return type.getEnclosingClass().map(Structure::file).orElseGet(type::getName);
    }

    private static SliceAssignment by(String kind, Function<JavaClass, String> name) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith("org.egcg.reporting")
                        ? SliceIdentifier.of(name.apply(type))
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "each " + kind;
            }
        };
    }
}
