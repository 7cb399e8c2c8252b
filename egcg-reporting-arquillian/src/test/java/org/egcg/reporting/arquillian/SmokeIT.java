package org.egcg.reporting.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR as it is shipped, deployed by Arquillian: API, pages, LIMS and health answer. */
@ExtendWith(ArquillianExtension.class)
class SmokeIT {

    private static final String DEMO =
            "Basic " + Base64.getEncoder().encodeToString("demo:only for this test".getBytes(StandardCharsets.UTF_8));

    @ArquillianResource
    private URL address;

    /** The name makes it the root application on both servers. */
    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("war")));
        return ShrinkWrap.create(WebArchive.class, "ROOT.war").merge(war);
    }

    @Test
    void theApiAsksStrangersWhoTheyAre() throws IOException, InterruptedException {
        assertThat(sent(request("/api/0.1/runs")).statusCode()).isEqualTo(401);
    }

    @Test
    void aDocumentIsStoredReadAndDeleted() throws IOException, InterruptedException {
        String name = "deployed_" + System.nanoTime();
        HttpResponse<String> posted = sent(known("/api/0.1/genomes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"assembly_name\": \"" + name + "\"}")));
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
        String list = sent(known("/api/0.1/genomes?where=%7B%22assembly_name%22:%22" + name + "%22%7D"))
                .body();
        String id = "/api/0.1/genomes/" + field(list, "_id");
        assertThat(sent(known(id)).body()).contains(name);
        assertThat(sent(known(id).header("If-Match", field(list, "_etag")).DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(sent(known(id)).statusCode()).isEqualTo(404);
    }

    private static String field(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\": ?\"([0-9a-f]+)\"").matcher(json);
        assertThat(field.find()).as(json).isTrue();
        return field.group(1);
    }

    @Test
    void anUnescapedFilterIsTaken() throws IOException, InterruptedException {
        assertThat(sent(known("/api/0.1/runs?where=%7B%22run_id%22:%22x%22%7D&max_results=1"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theEmbeddedLimsAnswers() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        HttpResponse<String> status = sent(known("/api/0.1/lims/project_status"));
        while (status.statusCode() == 503 && Instant.now().isBefore(end)) {
            Thread.sleep(1000);
            status = sent(known("/api/0.1/lims/project_status"));
        }
        assertThat(status.statusCode()).as(status.body()).isEqualTo(200);
        assertThat(sent(request("/status/ready/lims")).statusCode()).isEqualTo(200);
    }

    @Test
    void thePagesLeadStrangersToTheLogin() throws IOException, InterruptedException {
        assertThat(sent(request("/runs/recent")).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?redirect=%2Fruns%2Frecent"));
        HttpResponse<String> login = sent(request("/login"));
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("Password", "/assets/app.css");
        assertThat(sent(request("/assets/app.css")).statusCode()).isEqualTo(200);
    }

    @Test
    void theServiceIsAliveAndReady() throws IOException, InterruptedException {
        assertThat(sent(request("/status/live")).statusCode()).isEqualTo(200);
        assertThat(sent(request("/status/ready")).body()).contains("\"store\"", "\"lims\"");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + address.getPort() + path))
                .timeout(Duration.ofMinutes(2));
    }

    private HttpRequest.Builder known(String path) {
        return request(path).header("Authorization", DEMO);
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
