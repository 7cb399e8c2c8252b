package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.embedded.clarity.FakeClarity;
import org.egcg.reporting.error.ReportingException.AccountRefused;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.clarity.ClarityClient;
import org.egcg.reporting.internal.clarity.ClaritySettings;
import org.egcg.reporting.review.ActionRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Clarity a service talks to: the configured one, or a stand-in that comes and goes with it. */
class ClarityProviderTest {

    private static final String SAMPLE = "EG0117P001A01";

    @TempDir
    Path directory;

    private ReportingConfig config(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("reporting.yaml"), yaml);
        return Configuration.load(
                Map.of("EGCG_DATA_DIR", directory.toString(), "REPORTINGCONFIG", file.toString()), directory);
    }

    private static ActionRequest review(String password) {
        return ActionRequest.of(BsonDocument.parse("{'action_type': 'sample_review', 'review_entities': ['" + SAMPLE
                + "'], 'username': 'labuser', 'password': '" + password + "'}"));
    }

    private static int status(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aNewServiceReviewsItsExampleSamplesInTheStandIn() throws Exception {
        String page;
        try (Reporting reporting = Reporting.open(config("{}"))) {
            BsonDocument action =
                    reporting.actions().perform(review("labpass"), "demo").data();
            BsonDocument info = action.getDocument("action_info");
            page = info.getString("lims_url").getValue();
            assertThat(page).matches("http://127\\.0\\.0\\.1:\\d+/[\\w-]{43}/clarity/work-details/\\d+");
            assertThat(action.getString("action_id").getValue())
                    .isEqualTo("lims_24-" + page.substring(page.lastIndexOf('/') + 1));
            assertThat(status(page)).isEqualTo(200);
            whoDoesNotKnowThePathFindsNothing(URI.create(page));
            assertThatExceptionOfType(AccountRefused.class)
                    .isThrownBy(() -> reporting.actions().perform(review("labpas"), "demo"));
        }
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> status(page));
    }

    private static void whoDoesNotKnowThePathFindsNothing(URI page) throws Exception {
        String path = page.getPath().substring(0, page.getPath().indexOf('/', 1));
        for (String guess : List.of(
                "/",
                "/api/v2/",
                "/api/v2/samples",
                "/_control/state",
                "/_control/log",
                page.getPath().substring(path.length()),
                path.substring(0, path.length() - 1) + "/api/v2/samples",
                path + "x/api/v2/samples",
                path)) {
            assertThat(status(page.resolve(guess).toString())).as(guess).isEqualTo(404);
        }
        String root = page.resolve(path).toString();
        assertThat(status(root + "/api/v2/samples")).as("without an account").isEqualTo(401);
        assertThat(status(root + "/_control/state")).as("no control interface").isEqualTo(401);
        assertThat(post(root + "/_control/reset", "{}")).isEqualTo(401);
        assertThat(post(root + "/api/v2/steps", "x".repeat(2 << 20)))
                .as("too large")
                .isEqualTo(413);
    }

    private static int post(String address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void whoSendsTooMuchSeesTheAnswerAndNoBrokenConnection() throws Exception {
        String much = "x".repeat(9 << 20);
        try (FakeClarity clarity = FakeClarity.secluded()) {
            for (int round = 0; round < 3; round++) {
                assertThat(post(clarity.baseuri() + "/api/v2/steps", much)).isEqualTo(413);
                assertThat(post(clarity.baseuri() + "x/api/v2/steps", much)).isEqualTo(404);
            }
        }
    }

    @Test
    void theServicesOwnAccountHasAnotherPasswordInEachStandIn() throws Exception {
        try (FakeClarity one = FakeClarity.secluded();
                FakeClarity other = FakeClarity.secluded()) {
            assertThat(one.service()).isNotEqualTo(other.service());
            assertThat(one.baseuri().replaceAll(":\\d+", ""))
                    .isNotEqualTo(other.baseuri().replaceAll(":\\d+", ""));
            ClaritySettings guessed = ClaritySettings.of(one.baseuri(), new ClarityAccount("apiuser", "apipass"));
            assertThatExceptionOfType(AccountRefused.class)
                    .isThrownBy(() -> new ClarityClient(guessed).service().login());
            new ClarityClient(ClaritySettings.of(one.baseuri(), one.service()))
                    .service()
                    .login();
        }
    }

    @Test
    void anEarlyStartOpensTheStandInOnceAndAClosedDoorOpensNone() throws Exception {
        ClarityProvider door = new ClarityProvider(config("{}"), false);
        door.startEarly();
        door.startEarly();
        assertThat(door.client()
                        .session(new ClarityAccount("labuser", "labpass"))
                        .sample(SAMPLE))
                .isPresent();
        door.close();
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> door.client()
                        .session(new ClarityAccount("labuser", "labpass"))
                        .login())
                .withMessage("The LIMS has been closed.");
    }

    @Test
    void aConfiguredClarityIsTheOneThatIsAsked() throws Exception {
        try (FakeClarity own = FakeClarity.open(0)) {
            String yaml = "rest_app: {clarity: {baseuri: '%s/', username: apiuser, password: apipass}}"
                    .formatted(own.baseuri());
            ClarityProvider door = new ClarityProvider(config(yaml), false);
            door.startEarly();
            assertThat(own.log()).isEqualTo(new org.bson.BsonArray());
            door.client().service().login();
            assertThat(own.log().asArray()).hasSize(1);
        }
    }
}
