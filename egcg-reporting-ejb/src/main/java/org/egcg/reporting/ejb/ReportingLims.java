package org.egcg.reporting.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.lims.LimsAnswer;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.lims.request.LimsRequest;
import org.egcg.reporting.lims.request.Scope;
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
     * A report.
     *
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if the LIMS does not answer
     */
    @AllowedTo(Role.VIEWER)
    public LimsAnswer report(LimsRequest request) {
        return reporting.lims().answer(request);
    }

    /**
     * The ways of samples through the laboratory.
     *
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if the LIMS does not answer
     */
    @AllowedTo(Role.VIEWER)
    public List<SampleCourse> courses(Scope scope) {
        return reporting.lims().courses(scope);
    }
}
