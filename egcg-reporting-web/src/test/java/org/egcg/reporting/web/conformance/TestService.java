package org.egcg.reporting.web.conformance;

import java.net.URI;

/** The running service that tests talk to. */
final class TestService {

    private TestService() {}

    static Service running() {
        URI root = URI.create(System.getProperty("egcg.api"));
        return new Service(root, "apiuser", "a_test_key");
    }

    /** Whether a scenario is to be replayed now; {@code -Degcg.scenarios} selects by a part of the name. */
    static boolean isSelected(Scenario scenario) {
        return scenario.name().contains(System.getProperty("egcg.scenarios", ""));
    }
}
