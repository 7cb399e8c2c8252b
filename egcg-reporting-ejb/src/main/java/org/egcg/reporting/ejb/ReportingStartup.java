package org.egcg.reporting.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.egcg.reporting.FirstStart;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;

/**
 * Opens the library when the server starts, and closes it when the server stops. A bean that has to be ready after it,
 * and gone before it, says {@code @DependsOn("ReportingStartup")}.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingStartup {

    @Inject
    private Announcements announcements;

    private Reporting reporting;

    @PostConstruct
    void open() {
        QuietLibraries.begin();
        reporting = Reporting.open(Configuration.load());
        try {
            FirstStart.prepare(reporting, System.getenv());
            announcements.of(reporting);
            reporting.startEarly();
        } catch (RuntimeException failed) {
            // a bean whose construction failed is not destroyed, and would keep the store's lock
            reporting.close();
            throw failed;
        }
    }

    /** What {@link ReportingProducer} gives to other beans. */
    public Reporting reporting() {
        return reporting;
    }

    @PreDestroy
    void close() {
        reporting.close();
    }
}
