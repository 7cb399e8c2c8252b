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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/** Has lanes judged once, beside the rest of the start. */
@Singleton
@Startup
@DependsOn("ReportingStartup")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JudgedAhead {

    @Inject
    private JudgedLately lately;

    @Resource
    private ManagedExecutorService executor;

    @PostConstruct
    void begin() {
        executor.execute(lately::ahead);
    }
}
