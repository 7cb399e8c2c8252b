package org.egcg.reporting.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.security.Session;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.web.browser.BrowserLogins;
import org.egcg.reporting.web.browser.ConfirmationQuestion;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.page.Link;
import org.egcg.reporting.web.reading.Moments;

/** Where a user sees in which browsers he is logged in, and ends what is not his. */
@Named("sessions")
@RequestScoped
public class SessionsPage extends ConfirmedForm {

    private static final String END = "end";
    private static final String OTHERS = "others";

    @Inject
    private HttpServletRequest request;

    @Inject
    private PageRequest pageRequest;

    @Inject
    private BrowserLogins logins;

    @Inject
    private Sessions sessions;

    @Inject
    private Moments moments;

    @Override
    public String title() {
        return "Sessions";
    }

    @Override
    public List<Link> siblings() {
        return OwnAccount.of(pageRequest.user(), OwnAccount.SESSIONS);
    }

    public List<SessionRow> sessions() {
        return all().stream()
                .map(session -> SessionRow.of(session, session.id().equals(ownId()), moments))
                .toList();
    }

    /** The visitor's own first, then those last used. */
    private List<Session> all() {
        return sessions.of(pageRequest.user().id()).stream()
                .sorted(Comparator.comparing((Session session) -> !session.id().equals(ownId()))
                        .thenComparing(Session::lastSeen, Comparator.reverseOrder()))
                .toList();
    }

    private String ownId() {
        return logins.of(request).map(login -> login.session().id()).orElse("");
    }

    /** When the visitor's own session ends, used or not. */
    public String ends() {
        return logins.of(request)
                .map(login -> moments.minute(login.session().ends()))
                .orElse("");
    }

    @Override
    public Optional<String> sent(Submission submission) {
        if (submission.text("act").equals(END) && submission.text("id").equals(ownId()) && submission.confirmed()) {
            logins.end(submission.request(), submission.response());
            return Optional.of("/login?loggedout=1");
        }
        try {
            switch (submission.text("act")) {
                case END -> end(submission);
                case OTHERS -> endOthers(submission);
                default -> throw new Malformed("there is no such button");
            }
        } catch (ReportingException refused) {
            refused("No session was ended", refused);
        }
        return Optional.empty();
    }

    private void end(Submission submission) {
        Session session = all().stream()
                .filter(one -> one.id().equals(submission.text("id")))
                .findFirst()
                .orElseThrow(() -> new NotFound("this session has ended already"));
        String browser = BrowserName.of(session.agent());
        if (submission.confirmed()) {
            sessions.end(pageRequest.user().id(), session.id());
            done("The session of " + browser + " from " + session.address() + " is ended.");
        } else {
            ask(new ConfirmationQuestion(
                    "End this session?",
                    List.of(
                            browser + " from " + session.address() + ", last seen " + moments.minute(session.lastSeen())
                                    + ".",
                            "Whoever uses it has to log in again."),
                    "End the session",
                    OwnAccount.SESSIONS,
                    Map.of("act", END, "id", session.id())));
        }
    }

    private void endOthers(Submission submission) {
        if (submission.confirmed()) {
            int ended = sessions.endOthers(pageRequest.user().id(), ownId());
            done(ended == 1 ? "One other session is ended." : ended + " other sessions are ended.");
        } else {
            ask(new ConfirmationQuestion(
                    "End all other sessions?",
                    List.of("You stay logged in here, and are logged out everywhere else. API tokens go on working."),
                    "End all others",
                    OwnAccount.SESSIONS,
                    Map.of("act", OTHERS)));
        }
    }
}
