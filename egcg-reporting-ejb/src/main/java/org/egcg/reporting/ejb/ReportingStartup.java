package org.egcg.reporting.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.atomic.AtomicBoolean;
import org.egcg.reporting.FirstStart;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ReportingException.Unavailable;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.work.Turns;

/** Opens the library when the server starts, keeps it in order while it runs, and closes it when the server stops. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingStartup {

    private static final System.Logger LOG = System.getLogger(ReportingStartup.class.getName());

    private final AtomicBoolean maintaining = new AtomicBoolean();
    private Reporting reporting;
    private Turns turns;

    @PostConstruct
    void open() {
        reporting = Reporting.open(ReportingConfig.load());
        ReportingConfig.Limits limits = reporting.config().limits();
        turns = new Turns(limits.requests(), limits.waiting());
        FirstStart.prepare(reporting, System.getenv());
        reporting.startEarly();
    }

    /** The library, for the beans and endpoints of this application. */
    public Reporting reporting() {
        return reporting;
    }

    /** Which requests are at work. */
    public Turns turns() {
        return turns;
    }

    /** Finishes interrupted aggregations. A store that is away is asked again next time. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void maintain() {
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

    /** What is at work is finished first. */
    @PreDestroy
    void close() {
        if (!turns.close(reporting.config().limits().stopping())) {
            LOG.log(System.Logger.Level.WARNING, "stopped with {0} requests at work", turns.atWork());
        }
        reporting.close();
    }
}
