package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;

/** Where the password of a LIMS account must not turn up: the server's log, its threads, documents, answers. */
class LimsPasswordsIT {

    private static final String RIGHT = "Right-Horse-17";
    private static final String WRONG = "Wrong-Horse-18";
    private static final String USERS = "\"users\": {\"labuser\": \"" + RIGHT + "\"}";

    private final RunningService running = RunningService.get();
    private final Service service = running.service();
    private final List<String> seen = new ArrayList<>();

    @Test
    void aLimsPasswordTurnsUpNowhere() throws IOException, InterruptedException {
        assumeThat(running.lims()).isPresent();
        service.empty(Schemas.packaged().names());
        scene("{" + USERS + "}");
        assertThat(review(RIGHT, "application/json", json(RIGHT))).isEqualTo(201);
        assertThat(review(RIGHT, "application/x-www-form-urlencoded", form(RIGHT)))
                .isEqualTo(201);
        assertThat(review(WRONG, "application/json", json(WRONG))).isEqualTo(401);
        assertThat(review(WRONG, "application/x-www-form-urlencoded", form(WRONG)))
                .isEqualTo(401);
        fault("{\"path\": \"steps\", \"status\": 500}", 502);
        fault("{\"path\": \"queues\", \"status\": 200, \"body\": \"<broken\"}", 502);
        assertThat(review(RIGHT, "application/json", json(RIGHT).replace("[\"sample_1\"]", "[]")))
                .isEqualTo(400);
        assertThat(review(RIGHT, "application/json", json(RIGHT).replace("sample_review", RIGHT.substring(0, 5))))
                .isEqualTo(422);
        review(RIGHT, "application/json", json(RIGHT) + "}");
        lookAtThreads();
        lookAtDocuments();
        seen.add(running.log());
        String everything = String.join("\n", seen);
        assertThat(everything).contains("The LIMS refused POST", "lims_failed_", "Thread");
        for (String password : List.of(RIGHT, WRONG)) {
            assertThat(everything).doesNotContain(password, encoded("labuser:" + password), encoded(password));
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void scene(String json) {
        service.answer(HttpRequest.newBuilder(service.clarity().resolve("/_control/reset"))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static String json(String password) {
        return """
                {"action_type": "sample_review", "review_entities": ["sample_1"], "username": "labuser",
                 "password": "%s"}""".formatted(password);
    }

    private static String form(String password) {
        return "action_type=sample_review&username=labuser&password=" + password + "&review_entities="
                + URLEncoder.encode("[\"sample_2\"]", StandardCharsets.UTF_8);
    }

    private int review(String key, String type, String body) {
        HttpRequest.Builder request = service.request("POST", "/actions", body)
                .setHeader("Content-Type", type)
                .header("Idempotency-Key", Integer.toHexString(key.hashCode()) + System.nanoTime());
        HttpResponse<String> answer = service.answer(request);
        seen.add(answer.headers().map() + answer.body());
        return answer.statusCode();
    }

    private void fault(String fault, int status) {
        scene("{\"faults\": [" + fault + "], " + USERS + "}");
        assertThat(review(RIGHT, "application/json", json(RIGHT))).isEqualTo(status);
    }

    private void lookAtThreads() throws IOException, InterruptedException {
        scene("{\"faults\": [{\"path\": \"queues\", \"delay\": 3000}], " + USERS + "}");
        CompletableFuture<Integer> waiting =
                CompletableFuture.supplyAsync(() -> review(RIGHT, "application/json", json(RIGHT)));
        TimeUnit.SECONDS.sleep(1);
        seen.add(running.threads());
        assertThat(waiting.join()).isEqualTo(201);
    }

    private void lookAtDocuments() {
        for (String resource : Schemas.packaged().names()) {
            seen.add(service.answer(service.request("GET", "/" + resource + "?max_results=1000", ""))
                    .body());
        }
    }
}
