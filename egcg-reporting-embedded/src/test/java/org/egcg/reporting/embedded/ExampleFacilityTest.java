package org.egcg.reporting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.egcg.reporting.FirstStart;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.query.Paging;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.testkit.Logged;
import org.egcg.reporting.testkit.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleFacilityTest {
    private static final Map<String, String> DEMO =
            Map.of(ExampleFacility.PASSWORD, "correct horse battery", ExampleFacility.EXTENT, ExampleFacility.AUTUMN);

    private static final ReadRequest EVERYTHING = ReadRequest.everything().page(new Paging(1, 1_000));

    @TempDir
    Path directory;

    private Reporting reporting;

    @BeforeEach
    void open() {
        reporting = Reporting.open(Configuration.load(Map.of("EGCG_DATA_DIR", directory.toString()), directory));
    }

    @AfterEach
    void close() {
        reporting.close();
    }

    @Test
    void withoutADemoPasswordANewInstallationStaysEmpty() {
        FirstStart.prepare(reporting, Map.of());
        assertThat(reporting.users().all()).isEmpty();
        assertThat(ids("samples", "sample_id")).isEmpty();
    }

    @Test
    void thePasswordThatWasChosenIsNotLogged() {
        try (Logged log = Logged.by("org.egcg.reporting")) {
            FirstStart.prepare(reporting, DEMO);
            assertThat(log.messages())
                    .isNotEmpty()
                    .noneMatch(message -> message.contains(DEMO.get(ExampleFacility.PASSWORD)));
        }
    }

    @Test
    void aNewInstallationGetsAFacilityWhoseAggregatesAreThere() {
        FirstStart.prepare(reporting, DEMO);
        Records records = new Records(reporting);
        BsonDocument run = records.aggregated("runs", "261013_E00306_0402_AHJ5TCCX2");
        assertThat(run.getNumber("yield_in_gb").doubleValue()).isBetween(900.0, 1_200.0);
        assertThat(run.getArray("project_ids")).hasSize(2);
        assertThat(records.aggregated("samples", "EG0117P001A01")
                        .getNumber("clean_yield_in_gb")
                        .doubleValue())
                .isBetween(200.0, 300.0);
        assertThat(records.aggregated("lanes", "261013_E00306_0402_AHJ5TCCX2_1")
                        .getNumber("cv")
                        .doubleValue())
                .isPositive();
        assertThat(reporting.users().named("demo")).isPresent();
    }

    @Test
    void anInstallationThatIsInUseIsLeftAlone() {
        FirstStart.prepare(reporting, DEMO);
        new Records(reporting).deleteAll("samples");
        FirstStart.prepare(reporting, Map.of(ExampleFacility.PASSWORD, "another long password"));
        assertThat(ids("samples", "sample_id")).isEmpty();
        assertThat(reporting.users().authenticate("demo", DEMO.get(ExampleFacility.PASSWORD), "127.0.0.1"))
                .isNotNull();
    }

    @Test
    void theDocumentsAndTheLimsTellOfTheSameSamples() {
        ExampleFacility.load(reporting);
        String lims = reporting.config().files().text("example_lims.yaml");
        assertThat(ids("samples", "sample_id")).allMatch(lims::contains);
        assertThat(ids("runs", "run_id")).allMatch(lims::contains);
        assertThat(ids("projects", "project_id")).allMatch(lims::contains);
        assertThat(ids("samples", "sample_id")).hasSize(41);
    }

    private Set<String> ids(String resource, String field) {
        return reporting.reader().list(reporting.schema(resource), EVERYTHING).list().stream()
                .map(document -> document.getString(field).getValue())
                .collect(Collectors.toSet());
    }
}
