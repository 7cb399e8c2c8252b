package org.egcg.reporting.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Function;
import java.util.stream.Stream;

/** What holds of the code of every module: what can be read alone, can be changed alone. */
public final class Structure {

    private static final String ROOT = "org.egcg.reporting";

    /** Each package is a slice, those that hold others and the root of all of them too. */
    public static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().assignedFrom(
                    by("package", JavaClass::getPackageName))
            .should()
            .beFreeOfCycles()
            .because("a package can be read alone only if what it needs does not need it");

    /** A package and all inside it are a slice; what is internal to a room, or stands under {@code internal}, is no other. */
    public static final ArchRule ROOMS_FORM_NO_CYCLE = slices().assignedFrom(by("room", Structure::room))
            .should()
            .beFreeOfCycles()
            .because("a room can be read alone only if what it needs does not need it");

    /** Constructors are left out: those that take internal types are for this project alone. */
    public static final ArchRule THE_API_SPEAKS_OF_NOTHING_INTERNAL = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(arePublic())
            .should(speakOfNothingInternal())
            .because("who builds on this is promised public types outside of internal packages, and no others");

    /** Each top-level type is a slice, with the types inside it. */
    public static final ArchRule FILES_FORM_NO_RING = slices().assignedFrom(by("file", Structure::file))
            .should()
            .beFreeOfCycles()
            .because("of two files that need each other neither can be understood first");

    private Structure() {}

    private static DescribedPredicate<JavaClass> arePublic() {
        return DescribedPredicate.describe("are public and outside of internal packages", Structure::isApi);
    }

    /** Whether an embedder may rely on the type: it is public, like those around it, and in no internal package. */
    public static boolean isApi(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().matches("(.*\\.)?internal(\\..*)?")
                && type.getEnclosingClass().map(Structure::isApi).orElse(true);
    }

    private static ArchCondition<JavaMethod> speakOfNothingInternal() {
        return new ArchCondition<>("speak of public types alone") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(type -> type.getPackageName().startsWith(ROOT) && !isApi(type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names " + type.getName())));
            }
        };
    }

    private static String room(JavaClass type) {
        return Stream.of(type.getPackageName().substring(ROOT.length()).split("\\."))
                .filter(name -> !name.isEmpty() && !name.equals("internal"))
                .findFirst()
                .orElse("");
    }

    private static String file(JavaClass type) {
        return type.getEnclosingClass().map(Structure::file).orElseGet(type::getName);
    }

    private static SliceAssignment by(String kind, Function<JavaClass, String> name) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith(ROOT)
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
