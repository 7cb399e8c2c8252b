package org.egcg.reporting.signin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.egcg.reporting.testkit.Structure;

/** The directions that ARCHITECTURE.md draws for this module. */
@AnalyzeClasses(packages = "org.egcg.reporting.signin", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomTest {

    @ArchTest
    static final ArchRule FILES_FORM_NO_RING = Structure.FILES_FORM_NO_RING;

    @ArchTest
    static final ArchRule SIGN_IN_NEEDS_NO_SERVER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.egcg.reporting.web..", "org.egcg.reporting.ejb..")
            .because("what is believed of a provider is tested without a server");

    @ArchTest
    static final ArchRule SIGN_IN_KNOWS_USERS_AND_SETTINGS_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net.ssl..",
                    "com.nimbusds..",
                    "com.unboundid..",
                    "org.jspecify.annotations..",
                    "net.minidev..",
                    "org.egcg.reporting.error..",
                    "org.egcg.reporting.config..",
                    "org.egcg.reporting.security..",
                    "org.egcg.reporting.signin..")
            .because("documents, reviews and the LIMS have nothing to do with who somebody is");
}
