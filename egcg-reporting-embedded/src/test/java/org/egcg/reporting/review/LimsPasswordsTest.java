package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bson.BsonDocument;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.json.JsonWriter;
import org.junit.jupiter.api.Test;

/** Where a LIMS password must not turn up: logs of every level, stored documents, errors, thread dumps. */
class LimsPasswordsTest {

    private static final String PASSWORD = "Correct-Horse-7";
    private static final String WRONG = "Wrong-Horse-8";

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    private final Handler everything = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            seen.add(String.valueOf(entry.getMessage()));
            if (entry.getParameters() != null) {
                for (Object parameter : entry.getParameters()) {
                    seen.add(String.valueOf(parameter));
                }
            }
            if (entry.getThrown() != null) {
                trace(entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Test
    void aLimsPasswordTurnsUpNowhere() throws Exception {
        Logger ours = Logger.getLogger("org.egcg");
        Logger http = Logger.getLogger("jdk.httpclient");
        Level before = ours.getLevel();
        ours.addHandler(everything);
        http.addHandler(everything);
        ours.setLevel(Level.ALL);
        http.setLevel(Level.ALL);
        try (ReviewLab lab = new ReviewLab()) {
            succeed(lab);
            fail(
                    lab,
                    "{'faults': [{'path': 'steps', 'status': 500}], 'users': {'labuser': '" + PASSWORD + "'}}",
                    PASSWORD);
            fail(lab, "{'users': {'labuser': '" + PASSWORD + "'}}", WRONG);
            fail(
                    lab,
                    "{'faults': [{'path': 'queues', 'status': 200, 'body': '<broken'}], 'users': {'labuser': '"
                            + PASSWORD + "'}}",
                    PASSWORD);
            dumpWhileWaiting(lab);
            documents(lab);
        } finally {
            ours.removeHandler(everything);
            http.removeHandler(everything);
            ours.setLevel(before);
        }
        seen.add(ActionRequest.of(BsonDocument.parse(request(PASSWORD).replace('\'', '"')))
                .toString());
        assertThat(String.join("\n", seen)).contains("The LIMS refused POST").contains("lims_failed_");
        for (String secret : new String[] {PASSWORD, WRONG}) {
            String pair = Base64.getEncoder().encodeToString(("labuser:" + secret).getBytes(StandardCharsets.UTF_8));
            assertThat(String.join("\n", seen)).doesNotContain(secret, pair);
        }
    }

    private static String request(String password) {
        return "{'action_type': 'sample_review', 'review_entities': ['sample_1'], 'username': 'labuser', 'password': '"
                + password + "'}";
    }

    private void succeed(ReviewLab lab) {
        lab.scene("{'users': {'labuser': '" + PASSWORD + "'}}");
        seen.add(JsonWriter.text(lab.perform(request(PASSWORD)).data()));
    }

    private void fail(ReviewLab lab, String scene, String password) {
        lab.scene(scene);
        try {
            lab.perform(request(password));
            throw new AssertionError("nothing failed");
        } catch (ReportingException expected) {
            trace(expected);
        }
    }

    private void trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        seen.add(text.toString());
    }

    private void dumpWhileWaiting(ReviewLab lab) throws Exception {
        lab.scene("{'faults': [{'path': 'queues', 'delay': 1500}], 'users': {'labuser': '" + PASSWORD + "'}}");
        CompletableFuture<Performed> waiting = CompletableFuture.supplyAsync(() -> lab.perform(request(PASSWORD)));
        Thread.sleep(700);
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            seen.add(thread.toString());
        }
        waiting.get();
    }

    private void documents(ReviewLab lab) {
        for (String resource : lab.reporting.schemas().names()) {
            lab.reporting
                    .reader()
                    .find(lab.reporting.schema(resource), new BsonDocument())
                    .forEach(document -> seen.add(JsonWriter.text(document)));
        }
        seen.add(new ClarityAccount("labuser", PASSWORD).toString());
    }
}
