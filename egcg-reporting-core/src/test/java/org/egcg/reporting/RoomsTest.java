package org.egcg.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.egcg.reporting.testkit.Structure;

/** The directions that ARCHITECTURE.md draws. */
@AnalyzeClasses(packages = "org.egcg.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String[] ABOVE_RESOURCE = {"..reporting.review..", "..reporting.decision.."};

    @ArchTest
    static final ArchRule ROOMS = Structure.ROOMS_FORM_NO_CYCLE;

    @ArchTest
    static final ArchRule NOBODY_ENTERS_BY_THE_FRONT_DOOR_FROM_INSIDE = noClasses()
            .that()
            .resideInAPackage("org.egcg.reporting.(*)..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.egcg.reporting.Reporting")
            .because("Reporting opens the rooms; a room that needs another names it");

    @ArchTest
    static final ArchRule THE_SCHEMA_KNOWS_NO_STORE = noClasses()
            .that()
            .resideInAnyPackage("..reporting.schema..", "..reporting.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..reporting.store..", "..reporting.resource..", "..reporting.aggregation..")
            .because("what may be stored and asked is decided without a database");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NO_MEANING = noClasses()
            .that()
            .resideInAPackage("..reporting.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..reporting.schema..", "..reporting.resource..", "..reporting.aggregation..")
            .because("an institute may replace the store without knowing what documents mean");

    @ArchTest
    static final ArchRule RESOURCES_KNOW_NO_REVIEWS = noClasses()
            .that()
            .resideInAnyPackage("..reporting.resource..", "..reporting.aggregation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ABOVE_RESOURCE)
            .because("documents are written the same way whoever writes them");

    @ArchTest
    static final ArchRule ROOMS_RECEIVE_RECORDS_NOT_FILES = noClasses()
            .that()
            .resideInAnyPackage(
                    "..reporting.schema..",
                    "..reporting.query..",
                    "..reporting.store..",
                    "..reporting.aggregation..",
                    "..reporting.resource..",
                    "..reporting.review..",
                    "..reporting.security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..reporting.config..")
            .because("where settings come from is config's question alone");

    @ArchTest
    static final ArchRule CORE_NEEDS_NO_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("..lims.internal.sql..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta..")
            .because("core is embedded in plain programs; only the LIMS' entities use Jakarta Persistence");

    @ArchTest
    static final ArchRule CORE_REACHES_EMBEDDED_PARTS_THROUGH_A_PORT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..reporting.embedded..", "de.bwaldvogel..", "org.h2..", "io.netty..", "io.zonky..", "picocli..")
            .because("what stands in for databases may be absent; spi is how core asks for it");
}
