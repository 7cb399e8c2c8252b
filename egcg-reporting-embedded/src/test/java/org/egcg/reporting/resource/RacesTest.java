package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.egcg.reporting.testkit.Records;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two application nodes on one store, over and over at once. */
class RacesTest {

    private static final int RACES = 200;

    private final TestStore store = new TestStore();
    private final ExecutorService runners = Executors.newFixedThreadPool(2);
    private Reporting one;
    private Reporting other;

    @BeforeEach
    void open() {
        one = store.reporting();
        other = store.reporting();
    }

    @AfterEach
    void close() {
        runners.shutdownNow();
        one.close();
        other.close();
        store.close();
    }

    @Test
    void ofTwoChangesToOneVersionExactlyOneIsMade() throws Exception {
        Records records = new Records(one);
        records.post("runs", "{\"run_id\": \"r1\"}");
        for (int race = 0; race < RACES; race++) {
            Receipt read = records.receipt("runs", "r1");

            List<Boolean> won =
                    both(() -> changes(new Records(one), read, 1), () -> changes(new Records(other), read, 2));

            assertThat(won).containsExactlyInAnyOrder(true, false);
            long lanes = records.one("runs", "r1").getNumber("number_of_lanes").longValue();
            assertThat(lanes).isEqualTo(won.get(0) ? 1 : 2);
        }
    }

    private static boolean changes(Records records, Receipt read, int lanes) {
        try {
            records.patch(read, "{\"number_of_lanes\": " + lanes + "}");
            return true;
        } catch (EtagMismatch tooLate) {
            return false;
        }
    }

    @Test
    void ofTwoDocumentsWithOneIdExactlyOneIsStored() throws Exception {
        Records records = new Records(one);
        for (int race = 0; race < RACES; race++) {
            String run = "{\"run_id\": \"r" + race + "\"}";

            List<Boolean> won = both(
                    () -> new Records(one).post("runs", run) instanceof Written.Inserted,
                    () -> new Records(other).post("runs", run) instanceof Written.Inserted);

            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(records.matching("runs", "r" + race)).hasSize(1);
        }
    }

    private List<Boolean> both(Callable<Boolean> first, Callable<Boolean> second) throws Exception {
        List<Future<Boolean>> running = runners.invokeAll(List.of(first, second));
        return List.of(running.get(0).get(), running.get(1).get());
    }
}
