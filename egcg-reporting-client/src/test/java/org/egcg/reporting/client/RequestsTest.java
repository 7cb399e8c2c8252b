package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every request: addresses, arguments, headers, statuses, time limits. */
class RequestsTest extends OnTheWire {

    @Test
    void slashesAroundAddressAndEndpointDoNotMatter() {
        try (Communicator slashed = builder().url(server.url() + "//").build()) {
            slashed.getContent("/lims/sample_info/", Query.match("sample_id", "s1"));
        }
        assertThat(server.lines())
                .containsExactly("GET …/lims/sample_info/?match=%7B%22sample_id%22%3A+%22s1%22%7D&" + P);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a_b-c.d~e a_b-c.d~e",
                "run_01_02_2019_09:00:01 run_01_02_2019_09:00:01",
                "/x %2Fx",
                "a?b#c a%3Fb%23c",
                "http://h/x http:%2F%2Fh%2Fx",
                "é%20 %C3%A9%2520",
                "a\u00a0b a%C2%A0b"
            })
    void anIdIsOneSegmentOfThePathWhateverItHolds(String id, String segment) {
        communicator.getItem("ep", id);
        communicator.getItem("ep", id + " " + id);

        assertThat(server.lines()).containsExactly("GET …/ep/" + segment, "GET …/ep/" + segment + "%20" + segment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void anIdThatIsNoSegmentIsRefusedBeforeAnythingIsSent(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> communicator.putEntry("ep", id, Map.of()));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void argumentsKeepTheirOrderAndPagingComesLast() {
        communicator.getContent(
                "ep",
                Query.all()
                        .page(2)
                        .with("z", 1.5)
                        .with("where", Map.of("sample", "ä ~*"))
                        .embed("run_elements", "analysis_driver_procs")
                        .project("a")
                        .sort("-run_id", "lane"));

        assertThat(server.only().address().replaceFirst(".*\\?", "").split("&"))
                .containsExactly(
                        "z=1.5",
                        "where=%7B%22sample%22%3A+%22%5Cu00e4+~%2A%22%7D",
                        "embedded=%7B%22run_elements%22%3A+1%2C+%22analysis_driver_procs%22%3A+1%7D",
                        "projection=%7B%22a%22%3A+1%7D",
                        "sort=-run_id%2Clane",
                        "max_results=100",
                        "page=2");
    }

    @Test
    void aFilterMayBeTextAndConditionsMayBeAdded() {
        communicator.getContent("ep", Query.whereText("{\"a\":1}").unpaged());
        communicator.getContent(
                "ep",
                Query.where("a", Map.of("$in", List.of(1, 2))).and("b", false).unpaged());

        assertThat(server.lines())
                .containsExactly(
                        "GET …/ep/?where=%7B%22a%22%3A1%7D",
                        "GET …/ep/?where=%7B%22a%22%3A+%7B%22%24in%22%3A+%5B1%2C+2%5D%7D%2C+%22b%22%3A+false%7D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Query.whereText("{}").and("a", 1));
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // the class that is refused
    void momentsInAFilterAreSpeltAsTheApiDoesAndOtherDatesRefused() {
        Instant moment = Instant.parse("2019-01-02T03:04:05.678Z");
        communicator.getContent(
                "ep", Query.where("_created", Map.of("$gte", moment)).unpaged());

        assertThat(server.lines())
                .containsExactly(
                        "GET …/ep/?where=%7B%22_created%22%3A+%7B%22%24gte%22%3A+%2202_01_2019_03%3A04%3A05%22%7D%7D");
        assertThatIllegalArgumentException().isThrownBy(() -> Query.where("d", Map.of("$gte", new Date(0))));
        assertThatIllegalArgumentException().isThrownBy(() -> Query.where("d", LocalDate.of(2019, 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> communicator.postEntry("ep", Map.of("d", new Date(0))));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void headersSayWhatIsUnderstood() {
        try (Communicator traced = builder().header("X-Request-ID", () -> "r-1").build()) {
            traced.getContent("ep", Query.all());
        }
        assertThat(server.only().headers())
                .containsEntry("Accept", "*/*")
                .containsEntry("Accept-Encoding", "gzip")
                .containsEntry("X-Request-ID", "r-1")
                .doesNotContainKeys("Authorization", "Upgrade", "HTTP2-Settings");
    }

    @Test
    void packedAnswersAreUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"data\": [1]}".getBytes(StandardCharsets.UTF_8));
        }
        server.next(Answer.ok("").bytes(packed.toByteArray()).with("Content-Encoding", "gzip"));

        assertThat(communicator.getDocuments("ep", Query.all())).hasSize(1);
    }

    @Test
    void anAnswerThatIsNotUtf8IsReadAllTheSame() {
        server.next(Answer.created("").bytes(new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'}));
        assertThat(communicator.postEntry("ep", Map.of()).body()).isEqualTo("{\"\ufffd\":1}");

        server.next(Answer.created("")
                .bytes(new byte[] {'"', (byte) 0xe9, '"'})
                .with("Content-Type", "application/json; charset=ISO-8859-1"));
        assertThat(communicator.postEntry("ep", Map.of()).json().textValue()).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void fourStatusesAreSuccess(int status) {
        server.next(Answer.of(status, status == 204 ? "" : "{}"));

        assertThat(communicator.postEntry("ep", Map.of()).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203|Non-Authoritative Information",
                "304|Not Modified",
                "400|Bad Request",
                "401|Unauthorized",
                "404|Not Found",
                "405|Method Not Allowed",
                "412|Precondition Failed",
                "422|Unprocessable Entity",
                "428|Precondition Required",
                "500|Internal Server Error"
            })
    void everyOtherStatusIsAnErrorAfterOneRequest(int status, String reason) {
        server.next(Answer.of(status, status == 304 ? "" : "{\"_issues\": {\"lane\": \"required field\"}}"));

        assertThatThrownBy(() -> communicator.postEntry("ep", Map.of("a", 1)))
                .isInstanceOfSatisfying(RestStatusException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(status);
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.method()).isEqualTo("POST");
                    assertThat(refused.uri()).hasToString(server.url() + "/ep/");
                    assertThat(refused.etag()).isEmpty();
                    assertThat(refused.attempts()).isEqualTo(1);
                })
                .hasMessage(
                        "Encountered a %d status code: %s%s",
                        status, reason, status == 304 ? "" : " (lane: required field)");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aRefusalCarriesBodyIssuesAndEtag() {
        server.next(Answer.of(422, "{\"_issues\": {\"lane\": \"required field\"}}"));

        assertThatThrownBy(() -> communicator.putEntry("ep", "i", Map.of(), "e1"))
                .isInstanceOfSatisfying(RestStatusException.Invalid.class, refused -> {
                    assertThat(refused.issues().path("lane").asText()).isEqualTo("required field");
                    assertThat(refused.body()).contains("required field");
                    assertThat(refused.etag()).contains("e1");
                });
    }

    @Test
    void whatIsNotJsonIsADecodingError() {
        server.next(Answer.ok("<html>"), Answer.of(204, ""));

        assertThatThrownBy(() -> communicator.getContent("ep", Query.all())).isInstanceOf(RestDecodingException.class);
        assertThatThrownBy(() -> communicator.getContent("ep", Query.all()))
                .isInstanceOf(RestDecodingException.class)
                .hasMessageEndingWith("answered 204 without any JSON");
    }

    @Test
    void aSilentServerDoesNotBlockForEver() {
        server.always(request -> data().after(5_000));
        try (Communicator impatient =
                builder().timeout(Duration.ofMillis(200)).retries(0).build()) {
            assertThatThrownBy(() -> impatient.getContent("ep", Query.all()))
                    .isInstanceOf(RestTransportException.class)
                    .hasRootCauseMessage("no whole answer within PT0.2S");
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtOnce() {
        try (Communicator lost = Communicator.of("http://bad host/api")) {
            assertThatIllegalArgumentException().isThrownBy(() -> lost.getContent("ep", Query.all()));
        }
        try (Communicator nowhere = Communicator.builder().build()) {
            assertThatThrownBy(() -> nowhere.getContent("ep", Query.all()))
                    .isInstanceOf(RestConfigException.class)
                    .hasMessage("No address of the reporting API: give url, or a configuration with rest_api: url");
        }
    }

    @Test
    void aClosedCommunicatorOpensAgain() {
        communicator.getContent("ep", Query.all());
        communicator.close();
        communicator.getContent("ep", Query.all());

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void anEntryIsDeletedUnderItsEtag() {
        server.next(Answer.of(204, ""));
        communicator.deleteEntry("ep", "i", "e1");

        assertThat(server.lines()).containsExactly("DELETE …/ep/i");
        assertThat(server.only().header("If-Match")).isEqualTo("e1");
    }
}
