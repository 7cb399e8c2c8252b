package org.egcg.reporting.web.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRoutesTest {

    private static final ApiRoutes ROUTES = new ApiRoutes(Schemas.packaged());

    @ParameterizedTest
    @CsvSource({
        "'', /home",
        "/, /home",
        "/runs, /runs",
        "/runs/, /runs",
        "/samples/0123456789abcdef01234567, /samples/item",
        "/samples/0123456789abcdef01234567/, /samples/item",
        "/aggregate/all_runs, /aggregate/all_runs",
        "/aggregate/projects/, /aggregate/projects",
        "/lims/sample_status, /lims/sample_status",
        "/lims/status/sample_status/, /lims/status/sample_status"
    })
    void knownPathsLeadSomewhere(String path, String route) {
        assertThat(ROUTES.find(path).orElseThrow().path()).isEqualTo(route);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/Runs",
                "//runs",
                "//",
                "/runs//",
                "/samples/sample_1",
                "/samples/0123456789ABCDEF01234567",
                "/samples/0123456789abcdef01234567/x",
                "/aggregate",
                "/aggregate/lanes",
                "/lims",
                "/lims/",
                "/lims/nope",
                "/lims/status/nope"
            })
    void otherPathsLeadNowhere(String path) {
        assertThat(ROUTES.find(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/lims/sample_status, sample_status",
        "/lims/status/sample_status, sample_status",
        "/lims/samples, sample_info"
    })
    void olderNamesOfReportsLeadToTheReport(String path, String report) {
        assertThat(ROUTES.find(path)).hasValueSatisfying(route -> assertThat(((ApiRoute.Report) route).report())
                .isEqualTo(report));
    }

    @Test
    void methodsAreListedInTheirOrder() {
        assertThat(ROUTES.find("/runs").orElseThrow().allow()).isEqualTo("DELETE, GET, HEAD, OPTIONS, POST");
        assertThat(ROUTES.find("/lims/sample_status").orElseThrow().allow()).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(ROUTES.find("/runs/0123456789abcdef01234567").orElseThrow().allow())
                .isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
    }
}
