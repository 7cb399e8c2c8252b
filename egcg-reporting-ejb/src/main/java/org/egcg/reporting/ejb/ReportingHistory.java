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
import org.egcg.reporting.security.Role;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;

/** Tells viewers who has changed which document, as {@link org.egcg.reporting.trail.Trail} does. */
@Singleton
@PermitAll
@AllowedTo
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingHistory {

    @Inject
    private Reporting reporting;

    /**
     * Entries, the latest first.
     *
     * @param most how many
     */
    @AllowedTo(Role.VIEWER)
    public List<TrailEntry> entries(TrailQuestion question, int most) {
        return reporting.trail().list(question, most);
    }
}
