package org.egcg.reporting.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.lims.LimsArguments;
import org.egcg.reporting.lims.LimsReport;
import org.egcg.reporting.security.Role;

/** Asks the LIMS, for viewers. */
@Singleton
@PermitAll
@AllowedTo
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingLims {

    @Inject
    private Reporting reporting;

    /**
     * A report, by the name that the API uses.
     *
     * @throws NotFound if there is no report of this name
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if the LIMS does not answer
     */
    @AllowedTo(Role.VIEWER)
    public LimsReport.Answer report(String name, LimsArguments arguments) {
        return reporting
                .lims()
                .named(name)
                .orElseThrow(() -> new NotFound("the LIMS has no report named " + name))
                .answer(arguments);
    }
}
