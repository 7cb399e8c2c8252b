package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.testkit.storm.Audit;
import org.egcg.reporting.testkit.storm.CoreApi;
import org.egcg.reporting.testkit.storm.Ledger;
import org.egcg.reporting.testkit.storm.Storm;
import org.egcg.reporting.testkit.storm.TrailAudit;
import org.junit.jupiter.api.Test;

/** The same random writes again: {@code -Dstorm.seed=…}; more of them: {@code -Dstorm.writes=100000}. */
class ConcurrentWritersTest {

    private static final int CLIENTS = 8;

    @Test
    void afterEightClientsOnTwoNodesEveryNumberIsRightAndNoWriteIsLost() throws Exception {
        try (TestStore store = new TestStore();
                Reporting oneNode = store.reporting();
                Reporting otherNode = store.reporting()) {
            everyNumberIsRightAfterAStormOn(List.of(oneNode, otherNode));
        }
    }

    @Test
    void soItIsOnOneNodeWhichCarriesItsSumsOn() throws Exception {
        try (TestStore store = new TestStore();
                Reporting node = store.reporting()) {
            everyNumberIsRightAfterAStormOn(List.of(node));
        }
    }

    private static void everyNumberIsRightAfterAStormOn(List<Reporting> nodes) throws Exception {
        long seed = Long.getLong("storm.seed", System.nanoTime());
        int writes = Integer.getInteger("storm.writes", 2000);
        Ledger ledger = new Ledger();
        List<CoreApi> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new CoreApi(nodes.get(i % nodes.size())));
        }
        long start = System.nanoTime();
        new Storm(ledger, seed).rage(clients, writes);
        System.out.printf("%s in %.1f s%n", ledger, (System.nanoTime() - start) / 1e9);

        assertThat(Audit.problems(ledger, nodes.get(0))).as("seed %d", seed).isEmpty();
        assertThat(TrailAudit.problems(ledger, nodes.get(nodes.size() - 1)))
                .as("trail, seed %d", seed)
                .isEmpty();
        assertThat(ledger.acknowledged()).isGreaterThan(writes / 3);
        assertThat(ledger.unknown()).isZero();
    }
}
