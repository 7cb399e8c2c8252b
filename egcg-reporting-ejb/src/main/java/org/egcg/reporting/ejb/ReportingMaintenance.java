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
import java.util.concurrent.atomic.AtomicBoolean;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Unavailable;

/** Keeps the library in order while the server runs. Only the server's clock calls it. */
@Singleton
@Startup
@DependsOn("ReportingStartup")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingMaintenance {

    private static final System.Logger LOG = System.getLogger(ReportingMaintenance.class.getName());

    @Inject
    private Reporting reporting;

    private final AtomicBoolean maintaining = new AtomicBoolean();
    private final AtomicBoolean exchanging = new AtomicBoolean();

    /** Finishes interrupted aggregations. A store that is away is asked again next time. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void maintain() {
        if (!maintaining.compareAndSet(false, true)) {
            return;
        }
        try {
            reporting.maintain();
        } catch (Unavailable away) {
            LOG.log(System.Logger.Level.DEBUG, "nothing maintained: {0}", away.getMessage());
        } finally {
            maintaining.set(false);
        }
    }

    /** Tells other nodes what was written here, and learns what was written there. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void exchange() {
        if (!exchanging.compareAndSet(false, true)) {
            return;
        }
        try {
            reporting.exchangeChanges();
        } catch (Unavailable away) {
            LOG.log(System.Logger.Level.DEBUG, "no changes exchanged: {0}", away.getMessage());
        } finally {
            exchanging.set(false);
        }
    }
}
