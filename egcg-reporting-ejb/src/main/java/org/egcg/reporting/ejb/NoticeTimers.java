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
import org.egcg.reporting.Reporting;
import org.egcg.reporting.notice.Channel;

/** Lets the library look for what is to be told, and send it. Only the server's clock calls it. */
@Singleton
@Startup
@DependsOn("ReportingStartup")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeTimers {

    @Inject
    private Reporting reporting;

    private final TimedWork looking =
            new TimedWork("nothing looked for", () -> reporting.notices().look());
    private final TimedWork delivering =
            new TimedWork("nothing sent", () -> reporting.notices().deliver());

    @PostConstruct
    void open() {
        reporting.notices().settings().mail().ifPresent(mail -> reporting
                .notices()
                .sendBy(Channel.MAIL, new MailSender(mail)));
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        looking.run();
    }

    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void deliver() {
        delivering.run();
    }
}
