package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The service against the recordings of the original one, over the wire. */
class ConformanceIT {

    private static final Deviations DEVIATIONS = Deviations.read();

    @TestFactory
    Stream<DynamicTest> theServiceBehavesAsRecorded() {
        Service service = RunningService.get().service();
        return Stream.of("public", "original-bugs", "clarity")
                .flatMap(directory -> Scenario.below(directory).stream())
                .filter(ConformanceIT::isSelected)
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> replay(service, scenario)));
    }

    /** {@code -Degcg.scenarios} selects by a part of the name. */
    private static boolean isSelected(Scenario scenario) {
        return scenario.name().contains(System.getProperty("egcg.scenarios", ""));
    }

    private static void replay(Service service, Scenario scenario) {
        service.empty(Schemas.packaged().names());
        List<String> differences =
                new Replay(service, DEVIATIONS.additions()).differences(DEVIATIONS.applied(scenario));
        assertThat(differences).isEmpty();
    }
}
