package org.egcg.reporting.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Unavailable;

/**
 * Whether those answer whom pages are made from, as the server's clock finds out every ten seconds: no page waits for one that
 * does not. Thread-safe.
 */
@Singleton
@Startup
@DependsOn("ReportingStartup")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SourceStates {

    @Inject
    private Reporting reporting;

    private volatile Optional<Boolean> store = Optional.empty();
    private volatile Optional<Boolean> lims = Optional.empty();

    /** Each by itself: one that is away is known only after some seconds. */
    private final TimedWork askingStore =
            new TimedWork("store not asked", () -> store = Optional.of(reporting.storeAnswers()));

    private final TimedWork askingLims = new TimedWork(
            "LIMS not asked", () -> lims = hasLims() ? Optional.of(reporting.limsAnswers()) : Optional.empty());

    @Schedule(hour = "*", minute = "*", second = "3/10", persistent = false)
    void askStore() {
        askingStore.run();
    }

    @Schedule(hour = "*", minute = "*", second = "8/10", persistent = false)
    void askLims() {
        askingLims.run();
    }

    private boolean hasLims() {
        try {
            return reporting.lims() != null;
        } catch (Unavailable none) {
            return false;
        }
    }

    /** Whether the document store has answered lately; empty in the first seconds. */
    public Optional<Boolean> store() {
        return store;
    }

    /** Whether the LIMS has answered lately; empty in the first seconds, and where there is none. */
    public Optional<Boolean> lims() {
        return lims;
    }
}
