package org.egcg.reporting.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who knows whom in the web module. */
@AnalyzeClasses(packages = "org.egcg.reporting.web", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    private static final String[] OF_PAGES = {
        "..web.page..", "..web.reading..", "..web.route..", "..web.script..", "..web.account.."
    };

    @ArchTest
    static final ArchRule NOBODY_ASKS_A_LOCATOR = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.egcg.reporting.ejb.ReportingStartup")
            .because("what a class needs it injects, and no more");

    @ArchTest
    static final ArchRule THE_API_KNOWS_NO_PAGES = noClasses()
            .that()
            .resideInAPackage("..web.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OF_PAGES)
            .because("both call the beans");

    @ArchTest
    static final ArchRule PAGES_KNOW_NO_API = noClasses()
            .that()
            .resideInAnyPackage(OF_PAGES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..web.rest..")
            .because("both call the beans");

    @ArchTest
    static final ArchRule WHO_WRITES_OR_REVIEWS_IS_ASKED_FOR_HIS_ROLE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.egcg\\.reporting\\.(resource\\.ResourceReader|review\\.Actions)")
            .because("the session beans ask, the library does not");
}
