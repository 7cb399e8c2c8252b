package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.note.Notes;
import org.egcg.reporting.review.ActionRequest;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.trail.TrailQuestion;
import org.egcg.reporting.web.browser.Form;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Changes;

/** Who has changed what; what an action has written can be taken back here. */
@Named("trail")
@RequestScoped
public class TrailPage implements Page, Form {

    private static final int ROWS = 50;

    @Inject
    private PageRequest pageRequest;

    @Inject
    private Changes changes;

    @Inject
    private ReportingActions actions;

    @Inject
    private Schemas schemas;

    private List<Changes.Change> found;
    private String failure = "";
    private String refusal = "";
    private RefusedDays refused = new RefusedDays(Map.of());
    private String message = "";
    private boolean failed;

    @Override
    public String title() {
        return "History";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Main page", "/"), Link.end(title()));
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of("by", "resource", "name", "field", "from", "to", "before"));
    }

    private Map<String, String> asked() {
        return pageRequest.query().parameters();
    }

    /** What was asked for in a field of the form. */
    public String asked(String field) {
        return asked().getOrDefault(field, "");
    }

    /** Of what entries can be asked for. */
    public List<String> resources() {
        return Stream.concat(schemas.names().stream(), Stream.of(Notes.COLLECTION))
                .sorted()
                .toList();
    }

    private List<Changes.Change> found() {
        if (found == null) {
            refused = RefusedDays.of(RefusedDays.FROM_BEFORE, asked(), TrailPage::isMoment);
            try {
                found = changes.of(TrailQuestion.of(asked()), ROWS + 1);
            } catch (Unavailable store) {
                failure = Sentences.away(store.dependency());
                found = List.of();
            } catch (Malformed wrong) {
                refusal = refused.isEmpty() ? Sentences.whole(wrong) : refused.sentence();
                found = List.of();
            }
        }
        return found;
    }

    private static boolean isMoment(String text) {
        try {
            return TrailQuestion.of(Map.of("from", text)).from().isPresent();
        } catch (Malformed noMoment) {
            return false;
        }
    }

    /** A sentence if the store does not answer; else empty text. */
    public String failure() {
        found();
        return failure;
    }

    /** A sentence if what is asked for makes no sense; else empty text. */
    public String refusal() {
        found();
        return refusal;
    }

    /** Whether what is entered in a field is no day. */
    public boolean isRefused(String field) {
        found();
        return refused.contains(field);
    }

    public List<Changes.Change> changes() {
        return found().stream().limit(ROWS).toList();
    }

    /** Whether nothing was ever changed: nothing is found although all was asked for. */
    public boolean bare() {
        return found().isEmpty()
                && failure.isEmpty()
                && refusal.isEmpty()
                && asked().values().stream().allMatch(String::isEmpty);
    }

    /** Whether it is of use to ask for others: the store answers, and there is something to ask for. */
    public boolean usable() {
        return !bare() && failure().isEmpty();
    }

    /** Where older entries are; empty text if there are none. */
    public String older() {
        return found().size() > ROWS
                ? pageRequest.path()
                        + pageRequest
                                .query()
                                .with("before", found().get(ROWS - 1).id())
                                .text()
                : "";
    }

    /** Where all of these are as a file. */
    public String file() {
        return "/ui/history" + pageRequest.query().with("before", "").text();
    }

    /** What came of taking something back; else empty text. */
    public String message() {
        return message;
    }

    public boolean failed() {
        return failed;
    }

    @Override
    public Optional<String> sent(Submission submission) {
        String action = submission.text("action");
        try {
            actions.perform(new ActionRequest.Undo(action));
            message = "What " + action + " has written is taken back.";
        } catch (ReportingException refused) {
            failed = true;
            message = "Nothing was taken back: " + Sentences.whole(refused);
        }
        return Optional.empty();
    }
}
