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
import org.egcg.reporting.Reporting;

/** Keeps the library in order while the server runs. Only the server's clock calls it. */
@Singleton
@Startup
@DependsOn("ReportingStartup")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingMaintenance {

    @Inject
    private Reporting reporting;

    private final TimedWork maintaining = new TimedWork("nothing maintained", () -> reporting.maintain());
    private final TimedWork exchanging = new TimedWork("no changes exchanged", () -> reporting.exchangeChanges());

    /** Finishes interrupted aggregations. A store that is away is asked again next time. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void maintain() {
        maintaining.run();
    }

    /** Tells other nodes what was written here, and learns what was written there. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void exchange() {
        exchanging.run();
    }
}
