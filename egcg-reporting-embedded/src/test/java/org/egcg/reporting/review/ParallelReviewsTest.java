package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class ParallelReviewsTest {

    private static final int SAMPLES = 120;

    @Test
    void reviewsAtTheSameTimeShareNeitherThresholdsNorAccounts() throws Exception {
        try (ReviewLab lab = new ReviewLab()) {
            prepare(lab);
            List<Future<Performed>> pending = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(16);
            for (int n = 1; n <= SAMPLES; n++) {
                String automatic = "{'action_type': 'automatic_sample_review', 'sample_id': 'p_%03d'}".formatted(n);
                String lims =
                        "{'action_type': 'sample_review', 'review_entities': ['p_%03d'], 'username': 'user%d', 'password': 'pass%d'}"
                                .formatted(n, n, n);
                pending.add(threads.submit(() -> lab.perform(automatic)));
                pending.add(threads.submit(() -> lab.perform(lims)));
            }
            threads.shutdown();
            for (Future<Performed> action : pending) {
                action.get();
            }
            assertThat(pending).hasSizeGreaterThanOrEqualTo(200);
            eachSampleWasJudgedByItsOwnOrder(lab);
            eachStepWasStartedByItsOwnUser(lab);
        }
    }

    /** Every sample has its own order, known to the LIMS alone, and every review its own account. */
    private static void prepare(ReviewLab lab) throws IOException {
        BsonDocument users = new BsonDocument("apiuser", new BsonString("apipass"));
        for (int n = 1; n <= SAMPLES; n++) {
            users.append("user" + n, new BsonString("pass" + n));
        }
        lab.clarity.reset(new BsonDocument("users", users));
        for (int n = 1; n <= SAMPLES; n++) {
            BsonDocument order = new BsonDocument("Required Yield (Gb)", new BsonInt64(n))
                    .append("Coverage (X)", new BsonInt64(1000 + n));
            lab.clarity.know(name(n), order);
            lab.post(
                    "samples",
                    "{'sample_id': '%s', 'project_id': 'p%d', 'coverage': {'mean': 1}}".formatted(name(n), n % 7));
        }
    }

    private static String name(int n) {
        return "p_%03d".formatted(n);
    }

    private static void eachSampleWasJudgedByItsOwnOrder(ReviewLab lab) {
        for (int n = 1; n <= SAMPLES; n++) {
            assertThat(lab.one("samples", name(n)).getString("review_comments").getValue())
                    .isEqualTo(
                            "Failed due to no value for Yield, no value for Dup. rate, Mean coverage < " + (1000 + n));
        }
    }

    private static void eachStepWasStartedByItsOwnUser(ReviewLab lab) {
        int steps = 0;
        for (BsonValue member : lab.clarity.changes().asArray()) {
            BsonDocument change = member.asDocument();
            if (change.getString("what").getValue().equals("route")) {
                String artifact = change.getArray("artifacts").get(0).asString().getValue();
                String user = change.getString("user").getValue();
                int sample = Integer.parseInt(artifact.replaceAll("2-|PA1", "")) - 109;
                assertThat(user).isEqualTo("user" + sample);
                steps++;
            }
        }
        assertThat(steps).isEqualTo(SAMPLES);
    }
}
