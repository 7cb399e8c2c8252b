package org.egcg.reporting.ejb;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.egcg.reporting.testkit.Structure;

/** What {@link Structure} asks of every module. */
@AnalyzeClasses(packages = "org.egcg.reporting.ejb", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {
    @ArchTest
    static final ArchRule PACKAGES = Structure.PACKAGES_FORM_NO_CYCLE;

    @ArchTest
    static final ArchRule FILES = Structure.FILES_FORM_NO_RING;
}
