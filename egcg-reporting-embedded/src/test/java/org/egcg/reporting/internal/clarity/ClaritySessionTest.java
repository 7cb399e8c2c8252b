package org.egcg.reporting.internal.clarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.embedded.clarity.FakeClarity;
import org.egcg.reporting.error.ReportingException.AccountRefused;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaritySessionTest {

    private static final String WORKFLOW = "PostSeqLab EG 1.0 WF";
    private static final String STAGE = "Sample Review EG 1.0 ST";
    private static final ClarityAccount LAB = new ClarityAccount("labuser", "labpass");

    private FakeClarity clarity;

    @BeforeEach
    void open() throws IOException {
        clarity = FakeClarity.open(0);
    }

    @AfterEach
    void close() {
        clarity.close();
    }

    private ClaritySession session() {
        return session(LAB);
    }

    private ClaritySession session(ClarityAccount account) {
        return session(account, Duration.ofSeconds(20));
    }

    private ClaritySession session(ClarityAccount account, Duration patience) {
        return new ClarityClient(new ClaritySettings(
                        clarity.baseuri() + "/",
                        LAB,
                        patience,
                        patience,
                        patience,
                        List.of(Duration.ofMillis(50), Duration.ofMillis(300), Duration.ofMillis(300))))
                .session(account);
    }

    private void scene(String json) {
        clarity.reset(BsonDocument.parse(json));
    }

    private List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (BsonValue member : clarity.log().asArray()) {
            BsonDocument call = member.asDocument();
            String query = call.getString("query").getValue();
            String path = call.getString("path").getValue().replace("/api/v2", "");
            calls.add(call.getString("method").getValue() + " " + path + (query.isEmpty() ? "" : "?" + query));
        }
        return calls;
    }

    @Test
    void anAccountIsShownToClarity() {
        session().login();
        assertThat(calls()).containsExactly("GET ");
    }

    @Test
    void aWrongPasswordIsTheUsersAffair() {
        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() ->
                        session(new ClarityAccount("labuser", "pass:word")).login())
                .withMessage("Authentication in the LIMS (" + clarity.baseuri() + "/) failed");
    }

    @Test
    void aForbiddenAccountIsTheUsersAffair() {
        scene("{'faults': [{'path': '', 'status': 403}]}");
        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() -> session().login());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 503, 302})
    void anyOtherAnswerToTheFirstCallIsAFaultOfTheLims(int status) {
        scene("{'faults': [{'path': '', 'status': " + status + ", 'body': '<e><message>out of order</message></e>'}]}");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> session().login())
                .withMessage("The LIMS refused GET api/v2: " + status + ": out of order")
                .satisfies(fault -> assertThat(fault.dependency()).isEqualTo("clarity"));
    }

    @Test
    void aStageIsFoundByItsNameInItsWorkflow() {
        ClarityStage stage = session().stage(WORKFLOW, STAGE).orElseThrow();
        assertThat(stage.uri()).endsWith("/api/v2/configuration/workflows/51/stages/102");
        assertThat(stage.queue()).isEqualTo("502");
        assertThat(calls())
                .containsExactly(
                        "GET /configuration/workflows?name=PostSeqLab+EG+1.0+WF",
                        "GET /configuration/workflows/51",
                        "GET /configuration/workflows/51/stages/102");
    }

    @Test
    void aStageOrWorkflowThatIsNotThereOrNotAloneIsNoStage() {
        assertThat(session().stage("Other WF", STAGE)).isEmpty();
        assertThat(session().stage(WORKFLOW, "Other ST")).isEmpty();
        scene("{'workflows': {'52': {'name': '" + WORKFLOW + "', 'stages': []}}}");
        assertThat(session().stage(WORKFLOW, STAGE)).isEmpty();
    }

    @Test
    void aQueueIsReadPageByPageAndItsArtifactsAtOnce() {
        scene("{'queues': {'502': ['2-105PA1', '92-500', '2-101PA1', '2-102PA1']}, 'page_size': 2}");
        ClaritySession session = session();
        List<ClarityArtifact> queue =
                session.queue(session.stage(WORKFLOW, STAGE).orElseThrow());
        assertThat(queue)
                .extracting(ClarityArtifact::name)
                .containsExactly("sample_5", "pool_92-500", "sample_1", "sample_2");
        assertThat(queue.get(1).samples()).containsExactly("SMP5", "SMP6");
        assertThat(calls().subList(3, calls().size()))
                .containsExactly("GET /queues/502", "GET /queues/502?start-index=2", "POST /artifacts/batch/retrieve");
    }

    @Test
    void samplesAreFoundUnderTheSpellingThatTheLimsKnows() {
        scene("{'samples': [" + sample(1, "plain_02") + "," + sample(2, "x:01") + "," + sample(3, "y _A:11") + "]}");
        FoundSamples found = session().samples(List.of("plain_02", "x_01", "y__A_11"));
        assertThat(found.hits()).isEqualTo(3);
        assertThat(found.samples().get("x_01").id()).isEqualTo("SMP2");
        assertThat(found.samples().get("y__A_11").name()).isEqualTo("y _A:11");
        assertThat(calls())
                .containsExactly(
                        "GET /samples?name=plain_02&name=x_01&name=y__A_11",
                        "POST /samples/batch/retrieve",
                        "GET /samples?name=x%3A01&name=y__A%3A11",
                        "POST /samples/batch/retrieve",
                        "GET /samples?name=y+_A%3A11",
                        "POST /samples/batch/retrieve");
    }

    private static String sample(int number, String name) {
        return "{'id': 'SMP%d', 'name': '%s', 'artifact': '2-%dPA1', 'project': 'P1'}".formatted(number, name, number);
    }

    @Test
    void manySamplesTakeFewCalls() {
        List<String> names =
                IntStream.rangeClosed(1, 250).mapToObj(n -> "s" + n).toList();
        scene("{'samples': ["
                + String.join(
                        ",",
                        IntStream.rangeClosed(1, 250)
                                .mapToObj(n -> sample(n, "s" + n))
                                .toList()) + "], 'page_size': 60}");
        assertThat(session().samples(names).samples()).hasSize(250);
        assertThat(calls()).hasSize(2 + 2 + 1 + 1);
    }

    @Test
    void twoSamplesOfOneNameAreNotFound() {
        FoundSamples found = session().samples(List.of("twin", "sample_1"));
        assertThat(found.samples()).containsOnlyKeys("sample_1");
        assertThat(found.hits()).isEqualTo(3);
        assertThat(session().sample("twin")).isEmpty();
    }

    @Test
    void aSearchThatClarityRefusesFindsNothing() {
        scene("{'faults': [{'path': 'samples', 'status': 500}]}");
        assertThat(session().samples(List.of("sample_1"))).isEqualTo(FoundSamples.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"sample_1,120", "sample_2,60.5", "user_sample_01,30"})
    void fieldsOfASampleAreRead(String name, String yield) {
        assertThat(session().sample(name).orElseThrow().field("Required Yield (Gb)"))
                .hasValue(yield);
    }

    @Test
    void aSampleIsAskedForUnderEachSpellingOnce() {
        assertThat(session().sample("nobody")).isEmpty();
        assertThat(session().sample("x__A_01")).isEmpty();
        assertThat(calls())
                .containsExactly(
                        "GET /samples?name=nobody",
                        "GET /samples?name=x__A_01",
                        "GET /samples?name=x__A%3A01",
                        "GET /samples?name=x+_A%3A01");
    }

    @Test
    void aStepIsStartedAsSoonAsItsRoutedArtifactsHaveArrived() {
        scene("{'routing_takes': 400, 'containers': ['Tube']}");
        ClaritySession session = session();
        ClarityStage stage = session.stage(WORKFLOW, STAGE).orElseThrow();
        String artifact =
                session.samples(List.of("sample_1")).samples().get("sample_1").artifact();
        session.route(stage, List.of(artifact));
        ClarityStep step = session.start(stage, List.of(new StepInput(artifact, 3)), true);
        assertThat(step.id()).isEqualTo("24-1234");
        assertThat(calls().stream().filter("POST /steps"::equals).count()).isBetween(2L, 4L);
        BsonDocument creation =
                clarity.log().asArray().get(calls().lastIndexOf("POST /steps")).asDocument();
        assertThat(creation.getString("body").getValue().replace(clarity.baseuri(), "B"))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<stp:step-creation xmlns:stp=\"http://genologics.com/ri/step\">"
                        + "<configuration uri=\"B/api/v2/configuration/protocols/401/steps/502\">" + STAGE
                        + "</configuration><container-type>Tube</container-type>"
                        + "<inputs><input uri=\"B/api/v2/artifacts/2-101PA1?state=1\" replicates=\"3\"/></inputs>"
                        + "</stp:step-creation>");
    }

    @Test
    void withoutRoutingARefusedStepIsNotTriedAgain() {
        ClaritySession session = session();
        ClarityStage stage = session.stage(WORKFLOW, STAGE).orElseThrow();
        StepInput unqueued = new StepInput(clarity.baseuri() + "/api/v2/artifacts/2-101PA1", 1);
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> session.start(stage, List.of(unqueued), false))
                .withMessageContaining("400: Artifact 2-101PA1 is not queued for step 502");
        assertThat(calls()).containsOnlyOnce("POST /steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'path': '', 'delay': 9000}", "{'path': '', 'status': 200, 'body': '<broken'}"})
    void noAnswerInTimeAndAnAnswerThatIsNoXmlAreFaults(String fault) {
        scene("{'faults': [" + fault + "]}");
        long start = System.nanoTime();
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> session(LAB, Duration.ofMillis(700)).login());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void anAnswerThatStallsHalfwayIsAFault() throws IOException {
        try (ServerSocket half = new ServerSocket(0)) {
            Thread server = new Thread(() -> {
                try (var socket = half.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<a>"
                                    .getBytes(StandardCharsets.US_ASCII));
                    Thread.sleep(9000);
                } catch (IOException | InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            });
            server.setDaemon(true);
            server.start();
            ClaritySettings settings = new ClaritySettings(
                    "http://127.0.0.1:" + half.getLocalPort(),
                    LAB,
                    Duration.ofSeconds(1),
                    Duration.ofMillis(300),
                    Duration.ofMillis(300),
                    List.of());
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> new ClarityClient(settings).service().login())
                    .withMessageEndingWith("GET api/v2: no answer within 300 ms");
        }
    }

    @Test
    void nobodyAtTheAddressIsAFault() {
        String address = clarity.baseuri();
        ClaritySession session = session();
        clarity.close();
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(session::login)
                .withMessageStartingWith("The LIMS at " + address + "/ does not answer GET api/v2: ");
    }

    @Test
    void entitiesOfADocumentTypeAreNotRead() {
        scene("{'faults': [{'path': 'queues', 'status': 200, 'body':"
                + " '<!DOCTYPE q [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><q><artifacts/>&e;</q>'}]}");
        ClaritySession session = session();
        ClarityStage stage = session.stage(WORKFLOW, STAGE).orElseThrow();
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> session.queue(stage))
                .withMessageContaining("DOCTYPE");
    }

    @Test
    void theAccountIsShownToNobodyElse() throws IOException {
        try (FakeClarity other = FakeClarity.open(0)) {
            session().run(other.baseuri() + "/api/v2/");
        } catch (Unavailable expected) {
            assertThat(expected).hasMessageContaining("404");
        }
        assertThat(calls()).containsExactly("POST /");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> session().run("http://elsewhere.example/steal"))
                .withMessageContaining("not its API's");
    }

    @Test
    void pagesInACircleEnd() {
        scene("{'faults': [{'path': 'samples', 'status': 200,"
                + " 'body': '<s><next-page uri=\"http://x/api/v2/samples?name=a\"/></s>'}]}");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> session().samples(List.of("a")))
                .withMessageContaining("circle");
    }

    @Test
    void theTextOfAnAccountHidesItsPassword() {
        assertThat(LAB).hasToString("Account[labuser]");
        assertThat(Arrays.asList(LAB, ClaritySettings.of("http://x", LAB)).toString())
                .doesNotContain("labpass");
    }
}
