package org.egcg.reporting.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.decision.DecisionState;
import org.egcg.reporting.decision.DecisionStatistics;
import org.egcg.reporting.delivery.Delivery;
import org.egcg.reporting.delivery.SignedDelivery;
import org.egcg.reporting.review.ActionRequest;
import org.egcg.reporting.review.Judgement;
import org.egcg.reporting.review.Performed;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.security.Role;

/**
 * Reviews lanes and samples, with the outcomes and exceptions of {@link org.egcg.reporting.review.Actions}. Viewers ask how
 * a review would come out, editors perform it. After each that was performed, observers get a
 * {@link org.egcg.reporting.review.ReviewPerformed}.
 */
@Singleton
@PermitAll
@AllowedTo
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingActions {

    @Inject
    private Reporting reporting;

    @Inject
    private CurrentUser user;

    /** The thresholds in force. */
    @AllowedTo(Role.VIEWER)
    public Thresholds thresholds() {
        return reporting.actions().thresholds();
    }

    /** How a review would come out now, without writing anything. */
    @AllowedTo(Role.VIEWER)
    public List<Review> explain(String resource, String id) {
        return reporting.actions().explain(resource, id);
    }

    /** The same by other thresholds. */
    @AllowedTo(Role.VIEWER)
    public List<Review> explain(String resource, String id, Thresholds by) {
        return reporting.actions().explain(resource, id, by);
    }

    /** How automatic reviews of several would come out; store and LIMS are asked once for all. */
    @AllowedTo(Role.VIEWER)
    public List<Judgement> explain(String resource, List<String> ids) {
        return reporting.actions().explain(resource, ids);
    }

    /** How it stands with decisions: what is stored, in which version, and what people have decided. */
    @AllowedTo(Role.VIEWER)
    public List<DecisionState> standing(String resource, List<String> ids) {
        return reporting.actions().standing(resource, ids);
    }

    /** How people have decided in a time, see {@link org.egcg.reporting.decision.Rulings#between}. */
    @AllowedTo(Role.VIEWER)
    public DecisionStatistics decided(Instant from, Instant to) {
        return reporting.rulings().between(from, to);
    }

    /** How it stands with the samples of a project that are to be delivered. */
    @AllowedTo(Role.VIEWER)
    public Delivery delivery(String project) {
        return reporting.actions().deliveries().of(project);
    }

    /** What was signed of a project, the latest first. */
    @AllowedTo(Role.VIEWER)
    public List<SignedDelivery> signatures(String project) {
        return reporting.actions().deliveries().signed(project);
    }

    /** A delivery that an action has signed. */
    @AllowedTo(Role.VIEWER)
    public SignedDelivery signed(String actionId) {
        return reporting.actions().deliveries().action(actionId);
    }

    /** Performs automatic reviews that were explained a moment ago, in the name of the current user. */
    @AllowedTo(Role.EDITOR)
    public void perform(String resource, List<Judgement> judgements) {
        reporting.actions().perform(resource, judgements, user.name());
    }

    /** Performs an action to its end, in the name of the current user, and stores its document. */
    @AllowedTo(Role.EDITOR)
    public Performed perform(ActionRequest request) {
        return reporting.actions().perform(request, user.name());
    }
}
