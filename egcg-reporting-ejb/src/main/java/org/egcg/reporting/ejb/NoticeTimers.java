package org.egcg.reporting.ejb;

import jakarta.annotation.PostConstruct;
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
import org.egcg.reporting.notice.Channel;

/** Lets the library look for what is to be told, and send it. Only the server's clock calls it. */
@Singleton
@Startup
@DependsOn("ReportingStartup")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeTimers {

    private static final System.Logger LOG = System.getLogger(NoticeTimers.class.getName());

    @Inject
    private Reporting reporting;

    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean delivering = new AtomicBoolean();

    @PostConstruct
    void open() {
        reporting.notices().settings().mail().ifPresent(mail -> reporting
                .notices()
                .sendBy(Channel.MAIL, new MailSender(mail)));
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        alone(looking, () -> reporting.notices().look());
    }

    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void deliver() {
        alone(delivering, () -> reporting.notices().deliver());
    }

    private static void alone(AtomicBoolean busy, Runnable work) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            work.run();
        } catch (Unavailable away) {
            LOG.log(System.Logger.Level.DEBUG, "nothing told: {0}", away.getMessage());
        } finally {
            busy.set(false);
        }
    }
}
