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
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.egcg.reporting.FirstStart;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ReportingException.Unavailable;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.work.MemoryBudget;
import org.egcg.reporting.work.Turns;

/** Opens the library when the server starts, keeps it in order while it runs, and closes it when the server stops. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingStartup {

    private static final System.Logger LOG = System.getLogger(ReportingStartup.class.getName());

    /** How long strangers wait for their turn, and everybody for room. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AtomicBoolean maintaining = new AtomicBoolean();
    private Reporting reporting;
    private Turns turns;
    private Turns strangers;
    private Turns suspected;
    private Turns awaited;
    private MemoryBudget memory;

    @PostConstruct
    void open() {
        reporting = Reporting.open(ReportingConfig.load());
        ReportingConfig.Limits limits = reporting.config().limits();
        turns = new Turns(ofUsers(limits));
        strangers = new Turns(ofStrangers(limits));
        suspected = new Turns(new Turns.Bounds(2, 1, 6 * limits.strangers(), ofStrangers(limits.waiting())));
        awaited = new Turns(ofBodies(limits));
        memory = MemoryBudget.ofHeap(PATIENCE);
        FirstStart.prepare(reporting, System.getenv());
        reporting.startEarly();
    }

    /** A quarter is left to the others, whatever one user does. */
    private static Turns.Bounds ofUsers(ReportingConfig.Limits limits) {
        int most = limits.requests();
        return new Turns.Bounds(most, most - most / 4, most, limits.waiting());
    }

    private static Turns.Bounds ofStrangers(ReportingConfig.Limits limits) {
        int most = limits.strangers();
        return new Turns.Bounds(most, Math.max(1, most / 4), most, ofStrangers(limits.waiting()));
    }

    /** Of one address few: it takes many addresses to keep strangers from logging in. */
    private static Turns.Bounds ofBodies(ReportingConfig.Limits limits) {
        int most = limits.strangers();
        return new Turns.Bounds(most, Math.max(1, most / 16), most, ofStrangers(limits.waiting()));
    }

    private static Duration ofStrangers(Duration patience) {
        return patience.compareTo(PATIENCE) < 0 ? patience : PATIENCE;
    }

    /** The library, for the beans and endpoints of this application. */
    public Reporting reporting() {
        return reporting;
    }

    /** Which requests of users are at work. */
    public Turns turns() {
        return turns;
    }

    /** Which requests are at work whose senders are not known, or not yet. */
    public Turns strangers() {
        return strangers;
    }

    /** Which requests are at work of networks that were refused again and again; many may wait, and cost little. */
    public Turns suspected() {
        return suspected;
    }

    /** Which strangers have not sent all of their request yet. */
    public Turns awaited() {
        return awaited;
    }

    /** What requests share for what clients send. */
    public MemoryBudget memory() {
        return memory;
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

    /** What is at work for users is finished first; strangers are not waited for. */
    @PreDestroy
    void close() {
        strangers.close(Duration.ZERO);
        suspected.close(Duration.ZERO);
        awaited.close(Duration.ZERO);
        if (!turns.close(reporting.config().limits().stopping())) {
            LOG.log(System.Logger.Level.WARNING, "stopped with {0} requests at work", turns.atWork());
        }
        reporting.close();
    }
}
