package org.egcg.reporting.web.operation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.egcg.reporting.config.ReportingConfig;

/**
 * How many requests may be at work at the same time, and how much memory they share. When the server stops, what is at
 * work is finished first: a server stops a bean only after those that depend on it, so this one depends on all beans that
 * requests use.
 */
@Singleton
@Startup
@DependsOn({
    "ReportingStartup",
    "ReportingReader",
    "ReportingWriter",
    "ReportingLims",
    "ReportingActions",
    "ReportingAccounts",
    "SignInStartup"
})
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RequestCapacity {

    private static final System.Logger LOG = System.getLogger(RequestCapacity.class.getName());

    /** How long strangers wait for their turn, and all for room. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AtomicBoolean closed = new AtomicBoolean();

    @Inject
    private ReportingConfig config;

    private RequestLimiter users;
    private RequestLimiter strangers;
    private RequestLimiter suspected;
    private RequestLimiter bodies;
    private MemoryBudget memory;
    private Departures departures;

    @PostConstruct
    void open() {
        ReportingConfig.Limits limits = config.limits();
        users = new RequestLimiter(ofUsers(limits));
        strangers = new RequestLimiter(ofStrangers(limits));
        suspected = new RequestLimiter(ofSuspects(limits));
        bodies = new RequestLimiter(ofBodies(limits));
        memory = MemoryBudget.ofHeap(PATIENCE);
        departures = new Departures();
    }

    /** A quarter is left to the others, whatever one user does. */
    private static RequestLimiter.Bounds ofUsers(ReportingConfig.Limits limits) {
        int most = limits.requests();
        return new RequestLimiter.Bounds(most, most - most / 4, most, limits.waiting());
    }

    private static RequestLimiter.Bounds ofStrangers(ReportingConfig.Limits limits) {
        int most = limits.strangers();
        return new RequestLimiter.Bounds(most, Math.max(1, most / 4), most, ofStrangers(limits.waiting()));
    }

    /** Many may wait, and cost little; two are answered at a time. */
    private static RequestLimiter.Bounds ofSuspects(ReportingConfig.Limits limits) {
        return new RequestLimiter.Bounds(2, 1, 6 * limits.strangers(), ofStrangers(limits.waiting()));
    }

    /** Of one address few: it takes many addresses to keep strangers from logging in. */
    private static RequestLimiter.Bounds ofBodies(ReportingConfig.Limits limits) {
        int most = limits.strangers();
        return new RequestLimiter.Bounds(most, Math.max(1, most / 16), most, ofStrangers(limits.waiting()));
    }

    private static Duration ofStrangers(Duration patience) {
        return patience.compareTo(PATIENCE) < 0 ? patience : PATIENCE;
    }

    /** Which requests of users are at work. */
    public RequestLimiter users() {
        return users;
    }

    /** Which requests are at work whose senders are not known, or not yet. */
    public RequestLimiter strangers() {
        return strangers;
    }

    /** Which requests are at work of networks that were refused again and again. */
    public RequestLimiter suspected() {
        return suspected;
    }

    /** Which strangers have not sent all of their request yet. */
    public RequestLimiter bodies() {
        return bodies;
    }

    /** What requests share for what clients send. */
    public MemoryBudget memory() {
        return memory;
    }

    /** Which requests are at work for whom nobody waits. */
    public Departures departures() {
        return departures;
    }

    /**
     * Lets no request begin any more, and waits until what is at work for users is finished, for half of the time in which
     * the server has to stop; then it asks the store nothing further. Strangers are not waited for. Once is enough.
     */
    @PreDestroy
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        strangers.close(Duration.ZERO);
        suspected.close(Duration.ZERO);
        bodies.close(Duration.ZERO);
        if (!users.close(config.limits().stopping().dividedBy(2))) {
            LOG.log(System.Logger.Level.WARNING, "stopped with {0} requests at work", users.atWork());
        }
        departures.close();
    }
}
