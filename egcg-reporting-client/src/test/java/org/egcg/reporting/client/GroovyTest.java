package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import org.junit.jupiter.api.Test;

/** Scripts in Groovy, with Groovy's own texts wherever a text may stand. */
class GroovyTest extends OnTheWire {

    private Object groovy(String script) {
        Binding binding = new Binding();
        binding.setVariable("reporting", communicator);
        binding.setVariable("n", 1);
        return new GroovyShell(binding).evaluate("import org.egcg.reporting.client.*\n" + script);
    }

    @Test
    void aQueryTakesThemAsEveryArgument() {
        groovy("""
                reporting.getContent("ep$n", Query.where("a$n", "b$n").and("c$n", ["\\$in": ["d$n"]])
                    .sort("-e$n", "f$n").embed("g$n").project("h$n").with("i$n", "j$n").unpaged())
                """);

        assertThat(server.lines())
                .containsExactly(
                        "GET …/ep1/?where=%7B%22a1%22%3A+%22b1%22%2C+%22c1%22%3A+%7B%22%24in%22%3A+%5B%22d1%22%5D%7D%7D"
                                + "&sort=-e1%2Cf1&embedded=%7B%22g1%22%3A+1%7D&projection=%7B%22h1%22%3A+1%7D&i1=j1");
    }

    @Test
    void changesTakeThemAsIdsFieldsAndLists() {
        server.always(request -> request.method().equals("GET")
                ? data("{\"_id\": \"5\", \"_etag\": \"e\", \"uid\": \"u1\", \"l1\": [\"x1\"]}")
                : stored());

        groovy("reporting.patchEntry('ep', [\"l$n\": [\"x$n\", \"y$n\"]], \"uid\", \"u$n\", \"l$n\")");
        assertThat(server.last().body()).isEqualTo("{\"l1\": [\"x1\", \"y1\"]}");

        groovy("reporting.postOrPatch('ep', [[uid: \"u$n\", (\"m$n\".toString()): \"z$n\"]], \"ui${'d'}\", \"l$n\")");
        assertThat(server.last().body()).isEqualTo("{\"m1\": \"z1\", \"l1\": [\"x1\"]}");

        groovy(
                "reporting.update(\"ep\", Query.where('uid', \"u$n\"), { [state: \"was ${it.path('uid').asText()}\"] })");
        assertThat(server.last().body()).isEqualTo("{\"state\": \"was u1\"}");
    }

    @Test
    void anObjectOfGroovyIsADocumentWithoutItsMetaClass() {
        groovy("""
                class Run { def runId; def files }
                reporting.postEntry("runs", new Run(runId: "r$n"))
                reporting.postForm("actions", [("action${'_'}type"): "x$n", many: ["a$n", n]])
                """);

        assertThat(server.requests())
                .extracting(RecordingServer.Request::body)
                .containsExactly("{\"run_id\": \"r1\", \"files\": null}", "action_type=x1&many=a1&many=1");
    }

    @Test
    void aPathOfGroovyIsUploadedOrRefused() {
        groovy("reporting.postEntry('ep', [name: \"x$n\", report: java.nio.file.Path.of(\"pom.${'xml'}\")])");
        assertThat(server.only().body()).contains("name=\"name\"\r\n\r\nx1\r\n", "filename=\"pom.xml\"");

        assertThatThrownBy(() -> groovy("reporting.postEntry('ep', [reports: [new File('pom.xml')]])"))
                .isInstanceOf(RestClientException.class)
                .hasMessageContaining("reports.0 is a file");
    }
}
