package org.egcg.reporting.web.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;
import org.egcg.reporting.Reporting;

/**
 * Whether those answer whom the service depends on. An answer counts for two seconds, so that frequent probes do
 * not load them. Thread-safe.
 */
@ApplicationScoped
public class Dependencies {

    private static final long GOOD_FOR = 2_000_000_000L;

    @Inject
    private Reporting reporting;

    @Inject
    private RequestCapacity capacity;

    private final Check store = new Check();
    private final Check lims = new Check();

    /** Whether documents can be read; without them nothing works. */
    boolean store() {
        return store.holds(reporting::storeAnswers);
    }

    /** Whether the LIMS can be asked; without it its reports are missing, and all else works. */
    boolean lims() {
        return lims.holds(reporting::limsAnswers);
    }

    /** Whether requests are taken. */
    boolean open() {
        return !capacity.users().isClosed();
    }

    private static final class Check {
        private boolean held;
        private long until = System.nanoTime();

        synchronized boolean holds(BooleanSupplier question) {
            if (System.nanoTime() - until >= 0) {
                held = question.getAsBoolean();
                until = System.nanoTime() + GOOD_FOR;
            }
            return held;
        }
    }
}
