package org.egcg.reporting.web.reading;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.review.Subject;

/**
 * Has what the main page and lists show read when the service has started, and lanes judged, for nobody: the first visitor would
 * wait for it, and the virtual machine needs twice as long for the first time.
 */
@Singleton
@Startup
@DependsOn({"ReportingStartup", "ReportingReader"})
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReadAhead {

    private static final System.Logger LOG = System.getLogger(ReadAhead.class.getName());
    /** The rest of the start goes first. */
    private static final int SECONDS_AFTER = 5;

    @Inject
    private JudgedLately lately;

    @Inject
    private HomeReading home;

    @Inject
    private ControlReading control;

    @Inject
    private SampleRecords samples;

    @Inject
    private RunRecords runs;

    @Inject
    private ProjectRecords projects;

    @Inject
    private Snapshots snapshots;

    @Inject
    private Finder finder;

    @Inject
    private CurrentUser user;

    @Resource
    private ManagedScheduledExecutorService clock;

    /** By the server's own clock: beans that come to be meanwhile are given what they need only in a thread that knows the application. */
    @PostConstruct
    void begin() {
        Future<?> unused = clock.schedule(this::read, SECONDS_AFTER, TimeUnit.SECONDS);
    }

    private Stream<Listed> lists() {
        return Stream.of(
                        Arrays.stream(SampleView.values()).map(samples::list),
                        Arrays.stream(Period.values()).map(runs::list),
                        ProjectRecords.WHICH.stream().map(projects::status),
                        Stream.of(projects.all()))
                .flatMap(list -> list);
    }

    private void read() {
        ahead(home::overview);
        ahead(control::charts);
        ahead(() -> lately.counted(Subject.LANE));
        lists().forEach(list -> ahead(() -> snapshots.standing(list)));
        finder.ahead();
    }

    /** What cannot be read now, since the store is away or it would cost too much, is told to whoever opens its page. */
    private void ahead(Supplier<?> reading) {
        try {
            user.asViewer(reading);
        } catch (ReportingException failed) {
            LOG.log(System.Logger.Level.DEBUG, "not read ahead", failed);
        }
    }
}
