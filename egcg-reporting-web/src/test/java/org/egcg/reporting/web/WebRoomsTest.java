package org.egcg.reporting.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.format.DateTimeFormatter;
import org.egcg.reporting.testkit.Structure;

/** The directions that ARCHITECTURE.md draws for this module. */
@AnalyzeClasses(packages = "org.egcg.reporting.web", importOptions = ImportOption.DoNotIncludeTests.class)
class WebRoomsTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = Structure.PACKAGES_FORM_NO_CYCLE;

    @ArchTest
    static final ArchRule FILES_FORM_NO_RING = Structure.FILES_FORM_NO_RING;

    @ArchTest
    static final ArchRule ROWS_ARE_READ_WITHOUT_A_REQUEST = noClasses()
            .that()
            .resideInAnyPackage("..web.reading..", "..web.table..", "..web.chart..", "..web.plate..", "..web.home..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "jakarta.faces..")
            .because("what is read and shown does not depend on how it was asked for");

    @ArchTest
    static final ArchRule DATES_ARE_WRITTEN_IN_ONE_WAY = noClasses()
            .that()
            .resideOutsideOfPackage("..web.date..")
            .and()
            .doNotHaveSimpleName("HttpDate")
            .and()
            .doNotHaveSimpleName("CellReader")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DateTimeFormatter.class)
            .because("Dates says how pages write them; the two others read what programs have written");

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
            .resideInAnyPackage(
                    "..web.page..", "..web.account..", "..web.script..", "..web.browser..", "..web.reading..")
            .because("both call the beans");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_API = noClasses()
            .that()
            .resideOutsideOfPackage("..web.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..web.rest..")
            .because("both call the beans");

    @ArchTest
    static final ArchRule THE_BEANS_READ_AND_REVIEW = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.egcg\\.reporting\\.(resource\\.ResourceReader|review\\.Actions)")
            .because("they ask for the caller's role, and the library does not");
}
