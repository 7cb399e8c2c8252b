package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.decision.Decidable;
import org.egcg.reporting.decision.Decided;
import org.egcg.reporting.decision.Decision;
import org.egcg.reporting.decision.DecisionState;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.review.ActionRequest.ManualReview;
import org.egcg.reporting.review.ActionRequest.Undo;
import org.egcg.reporting.web.desk.DeskKind;

/** What people have decided of a thing before, and what the current user decides now. */
@ApplicationScoped
public class DeskDecisions {

    @Inject
    private ReportingActions actions;

    /**
     * How it stands with the decision.
     *
     * @param version changes whenever a document that would be decided on does
     * @param earlier what people have decided, the latest first
     */
    record Standing(String version, List<String> earlier) {}

    Standing of(DeskKind kind, String id) {
        return state(kind, id)
                .map(state -> new Standing(
                        state.version(),
                        state.earlier().stream()
                                .map(Decided::sentence)
                                .distinct()
                                .toList()))
                .orElseGet(() -> new Standing("", List.of()));
    }

    /** Empty if there is nothing to decide on, such as a lane without run elements. */
    private Optional<DecisionState> state(DeskKind kind, String id) {
        try {
            return actions.standing(kind.resource(), List.of(id)).stream().findFirst();
        } catch (NotFound nothing) {
            return Optional.empty();
        }
    }

    /**
     * What became of it since it was looked at, in a sentence; empty text if nothing.
     *
     * @param version what was looked at
     */
    public String changed(DeskKind kind, String id, String version) {
        Optional<DecisionState> now =
                state(kind, id).filter(state -> !state.version().equals(version));
        return now.map(state -> state.current().stream()
                        .findFirst()
                        .map(other -> "Since you opened it, " + other.sentence() + ".")
                        .orElse("It has changed since you opened it."))
                .orElse("");
    }

    /**
     * Decides in the name of the current user.
     *
     * @param reviewed {@code pass} or {@code fail}; empty text to leave it as it is
     * @param useable {@code yes} or {@code no}; empty text to leave it as it is
     * @param version what was looked at
     * @return the action by which it can be taken back
     * @throws org.egcg.reporting.error.ReportingException.EtagMismatch if it has changed since, with what another has decided
     */
    public String decide(DeskKind kind, String id, String reviewed, String useable, String comment, String version) {
        Decision decision = new Decision(
                Decidable.of(kind.resource()),
                List.of(id),
                said(reviewed),
                said(useable),
                comment,
                version.isEmpty() ? Map.of() : Map.of(id, version));
        return Bson.text(actions.perform(new ManualReview(decision)).data(), "action_id");
    }

    /**
     * Takes back what was decided.
     *
     * @throws org.egcg.reporting.error.ReportingException.EtagMismatch if a document has changed since
     */
    public void undo(String action) {
        actions.perform(new Undo(action));
    }

    private static Optional<String> said(String word) {
        return Optional.of(word).filter(text -> !text.isEmpty());
    }
}
