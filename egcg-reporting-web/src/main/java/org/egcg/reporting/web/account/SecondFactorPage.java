package org.egcg.reporting.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.SecondFactorRequired;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.security.SecondFactor;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.browser.BrowserLogins;
import org.egcg.reporting.web.browser.Form;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.page.Link;
import org.egcg.reporting.web.page.Page;

/** Where a user has his login ask for a code of his telephone besides the password, or ends that. */
@Named("secondFactor")
@RequestScoped
public class SecondFactorPage implements Page, Form {

    @Inject
    private PageRequest pageRequest;

    @Inject
    private Reporting reporting;

    @Inject
    private BrowserLogins logins;

    private String message = "";
    private boolean failed;
    private boolean asking;
    private SecondFactor.Enrolment enrolment;
    private List<String> recovery = List.of();
    private User changed;

    @Override
    public String title() {
        return "Second factor";
    }

    @Override
    public List<Link> siblings() {
        return OwnAccount.of(pageRequest.user(), OwnAccount.SECOND_FACTOR);
    }

    public String message() {
        return message;
    }

    public boolean failed() {
        return failed;
    }

    /** Whether there is a password here that a code could stand beside. */
    public boolean possible() {
        return pageRequest.user().isLocal();
    }

    public boolean on() {
        return (changed == null ? pageRequest.user() : changed).secondFactor();
    }

    /** Whether a code of the telephone is waited for. */
    public boolean asking() {
        return asking;
    }

    /** Whether the telephone is to be told now; when a first code was wrong it knows already. */
    public boolean telling() {
        return enrolment != null;
    }

    /** In groups of four, for typing. */
    public String secret() {
        return enrolment.secret().replaceAll("(.{4})(?=.)", "$1 ");
    }

    public String picture() {
        return QrCode.image(enrolment.uri());
    }

    /** For the loss of the telephone; shown this once. */
    public List<String> recovery() {
        return recovery;
    }

    @Override
    public Optional<String> sent(Submission submission) {
        try {
            if (!possible()) {
                throw new Forbidden("your account is managed elsewhere");
            }
            switch (submission.text("act")) {
                case "begin" -> begin(submission);
                case "confirm" -> confirm(submission);
                case "disable" -> disable(submission);
                default -> throw new Malformed("there is no such button");
            }
        } catch (ReportingException refused) {
            failed = true;
            message = sentence(refused);
        }
        return Optional.empty();
    }

    private SecondFactor factor() {
        return reporting.secondFactor();
    }

    /** Asks for the password, so that a stranger at an open browser cannot keep its owner out. */
    private void begin(Submission submission) {
        User user = reporting
                .users()
                .authenticate(pageRequest.user().name(), submission.text("password"), submission.address());
        enrolment = factor().begin(user);
        asking = true;
    }

    private void confirm(Submission submission) {
        asking = true;
        recovery = factor().confirm(pageRequest.user(), code(submission));
        asking = false;
        goOn(submission);
    }

    private void disable(Submission submission) {
        User user = reporting
                .users()
                .authenticate(
                        pageRequest.user().name(), submission.text("present"), code(submission), submission.address());
        factor().disable(user.id());
        message = "The second factor is off. Your password alone opens your account now.";
        goOn(submission);
    }

    /** The account is another now, and so is the session of this browser; all others have ended. */
    private void goOn(Submission submission) {
        reporting.sessions().endAll(pageRequest.user().id());
        changed = reporting.users().withId(pageRequest.user().id()).orElseThrow();
        logins.begin(submission.request(), submission.response(), changed, submission.address());
    }

    private static String code(Submission submission) {
        return submission.text("code").replaceAll("\\s", "");
    }

    private static String sentence(ReportingException refused) {
        if (refused instanceof SecondFactorRequired) {
            return "Enter a code from your telephone, or a recovery code.";
        } else if (refused instanceof TooManyAttempts slow) {
            return "Too many failed attempts. Try again in "
                    + Math.max(1, slow.retryAfter().toSeconds()) + " seconds.";
        } else if (refused instanceof Unauthenticated) {
            return "That is wrong. Nothing was changed.";
        }
        return Sentences.whole(refused);
    }
}
