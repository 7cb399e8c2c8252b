package org.egcg.reporting.web.route;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.reading.Wording;

/** Hands what a form has sent to its page. */
@ApplicationScoped
public class Forms {

    @Inject
    private PageRequest pageRequest;

    /** Whether the browser was sent on; else the page is to be drawn. */
    boolean redirected(Submission submission) throws IOException {
        if (!(pageRequest.page() instanceof Form form)) {
            return false;
        }
        Optional<String> next = form.sent(submission);
        if (next.isPresent()) {
            submission.response().sendRedirect(next.get());
        }
        return next.isPresent();
    }

    /** Why nothing was done, as a sentence. */
    public static String sentence(ReportingException refused) {
        if (refused instanceof ReportingException.Unavailable away) {
            return Wording.away(away.dependency());
        }
        String message = String.valueOf(refused.getMessage());
        String begun = message.isEmpty() ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
