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
import java.util.stream.Stream;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.review.Subject;

/**
 * Has lanes judged once when the service has started, and what the main page and the longest lists show read, for nobody: a
 * visitor would wait for it, and the virtual machine needs twice as long for the first time.
 */
@Singleton
@Startup
@DependsOn({"ReportingStartup", "ReportingReader"})
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JudgedAhead {

    private static final System.Logger LOG = System.getLogger(JudgedAhead.class.getName());
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
        Future<?> unused = clock.schedule(this::judge, SECONDS_AFTER, TimeUnit.SECONDS);
    }

    private Stream<Listed> lists() {
        return Stream.of(
                        Arrays.stream(SampleView.values()).map(samples::list),
                        Arrays.stream(Period.values()).map(runs::list),
                        ProjectRecords.WHICH.stream().map(projects::status),
                        Stream.of(projects.all()))
                .flatMap(list -> list);
    }

    /** A store that is away is asked by whoever opens a page. */
    private void judge() {
        try {
            user.asViewer(home::overview);
            user.asViewer(control::charts);
            user.asViewer(() -> lately.counted(Subject.LANE));
            lists().forEach(list -> user.asViewer(() -> snapshots.standing(list)));
            finder.ahead();
        } catch (Unavailable away) {
            LOG.log(System.Logger.Level.DEBUG, "nothing judged ahead", away);
        }
    }
}
