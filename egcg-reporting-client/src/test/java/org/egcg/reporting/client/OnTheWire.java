package org.egcg.reporting.client;

import java.time.Duration;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.AfterEach;

/** A recording server and a communicator that asks it, for tests to extend. */
abstract class OnTheWire {
    static final String P = "max_results=100&page=1";
    static final String NOTHING = "{\"data\": [], \"_links\": {}}";

    final RecordingServer server = new RecordingServer();
    final Communicator communicator = builder().build();

    Communicator.Builder builder() {
        return Communicator.builder().url(server.url()).retry(quick());
    }

    static Retry quick() {
        return Retry.standard().firstWait(Duration.ofMillis(5));
    }

    static Answer data(String... documents) {
        return Answer.ok("{\"data\": [%s], \"_links\": {}, \"_meta\": {}}".formatted(String.join(", ", documents)));
    }

    static Answer stored() {
        return Answer.created("{\"_status\": \"OK\"}");
    }

    @AfterEach
    void stop() {
        communicator.close();
        server.close();
    }
}
