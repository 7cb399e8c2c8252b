package org.egcg.reporting.web.signin;

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
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.security.Directory;
import org.egcg.reporting.signin.Confirmations;
import org.egcg.reporting.signin.Providers;

/** Tells the library, when the server starts, who else vouches for its users. Wrong settings stop the start. */
@Singleton
@Startup
@DependsOn("ReportingStartup")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInStartup {

    @Inject
    private Reporting reporting;

    private Providers providers;
    private Confirmations confirmations;

    @PostConstruct
    void open() {
        providers = Providers.open(reporting.config());
        SignInSettings settings = providers.settings();
        reporting
                .users()
                .vouchedBy(
                        providers.roles(),
                        providers.directory().map(Directory.class::cast),
                        settings.confirm(),
                        settings.tokens());
        confirmations = new Confirmations(reporting.users(), reporting.sessions(), providers);
    }

    public Providers providers() {
        return providers;
    }

    public Confirmations confirmations() {
        return confirmations;
    }

    @PreDestroy
    void close() {
        providers.close();
    }
}
