package org.egcg.reporting.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.PasswordExpired;
import org.egcg.reporting.error.ReportingException.SecondFactorRequired;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.web.browser.BrowserLogins;
import org.egcg.reporting.web.browser.Form;
import org.egcg.reporting.web.browser.FormCookie;
import org.egcg.reporting.web.browser.PageFilter;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.page.Page;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.session.SealedStep;
import org.egcg.reporting.web.session.SealedStep.Step;
import org.egcg.reporting.web.signin.SignIn;

/** The form by which one logs in: name and password, and then a code where the account asks for one. */
@Named("login")
@RequestScoped
public class LoginPage implements Page, Form {

    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Users users;

    @Inject
    private BrowserLogins logins;

    @Inject
    private FormCookie form;

    @Inject
    private SealedStep steps;

    @Inject
    private SignIn signIn;

    private String message = "";
    private String step = "";
    private String name = "";

    @Override
    public String title() {
        return "Login";
    }

    /** What went wrong, or what has just happened; empty text if nothing has. */
    public String message() {
        String signedIn = signIn.sentence(request.getParameter("signin"));
        if (!message.isEmpty() || !signedIn.isEmpty()) {
            return message.isEmpty() ? signedIn : message;
        } else if (request.getParameter("loggedout") != null) {
            return "Logged out.";
        } else if (request.getParameter("changed") != null) {
            return "Password changed. Log in with the new one.";
        } else if (request.getParameter("again") != null) {
            return "This form was too old, or not from this site. Please log in again.";
        } else if (hasEnded()) {
            return "Your session has ended. Log in again to go on where you were.";
        }
        return "";
    }

    private boolean hasEnded() {
        return request.getAttribute(PageFilter.ENDED) != null;
    }

    public boolean failed() {
        return !message.isEmpty()
                || !signIn.sentence(request.getParameter("signin")).isEmpty();
    }

    /** Whether one has just logged out here, and may still be logged in at the provider. */
    public boolean loggedOut() {
        return request.getParameter("loggedout") != null;
    }

    /** The name that was not let in, so that it need not be typed again. */
    public String name() {
        return name;
    }

    /** What the second step sends along of the first; empty text in the first. */
    public String step() {
        return step;
    }

    /** Where one goes on to: a path of this host, never another one. */
    public String redirect() {
        String wanted = request.getParameter("redirect");
        return wanted != null && Address.isLocal(wanted) && !wanted.startsWith("/log") ? wanted : "/";
    }

    @Override
    public Optional<String> sent(Submission submission) {
        if (!signIn.localPages()) {
            message = "Names and passwords are not asked for here.";
            return Optional.empty();
        }
        if (submission.text("step").isEmpty()) {
            return enter(
                    new Step(submission.text("username"), submission.text("password")), Optional.empty(), submission);
        }
        Optional<Step> first = steps.open(submission.text("step"), form.token(submission.request()));
        if (first.isEmpty()) {
            message = "That took too long. Enter your password again.";
            return Optional.empty();
        }
        return enter(first.get(), Optional.of(submission.stripped("code").replace(" ", "")), submission);
    }

    private Optional<String> enter(Step first, Optional<String> code, Submission submission) {
        try {
            User user = authenticated(first, code, submission.address());
            if (signIn.refuses(user)) {
                throw new Unauthenticated("local accounts do not log in here");
            }
            logins.begin(submission.request(), submission.response(), user, submission.address());
            form.remove(submission.request(), submission.response());
            return Optional.of(user.mustChangePassword() ? OwnAccount.passwordBefore(redirect()) : redirect());
        } catch (ReportingException refused) {
            name = first.name();
            message = sentence(refused, code.isPresent());
            if (refused instanceof TooManyAttempts slow) {
                tell(submission.response(), slow);
            }
            if (refused instanceof SecondFactorRequired || code.isPresent()) {
                step = steps.seal(first, form.token(submission.request()));
            }
            return Optional.empty();
        }
    }

    private User authenticated(Step first, Optional<String> code, String address) {
        return code.isPresent()
                ? users.authenticate(first.name(), first.password(), code.get(), address)
                : users.authenticate(first.name(), first.password(), address);
    }

    private static void tell(HttpServletResponse response, TooManyAttempts slow) {
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", String.valueOf(seconds(slow)));
    }

    private static long seconds(TooManyAttempts slow) {
        return Math.max(1, slow.retryAfter().toSeconds());
    }

    private static String sentence(ReportingException refused, boolean code) {
        if (refused instanceof SecondFactorRequired) {
            return code ? "Enter the code." : "";
        } else if (refused instanceof PasswordExpired) {
            return "This initial password was not used in time and has expired. Ask an administrator for a new one.";
        } else if (refused instanceof Unauthenticated) {
            return code ? "This code is wrong, or was used before. Try the next one." : "Bad login.";
        } else if (refused instanceof TooManyAttempts slow) {
            return "Too many failed logins. Try again in " + seconds(slow) + " seconds.";
        } else if (refused instanceof Forbidden) {
            return "You are known, but have no role here. Ask an administrator of this service.";
        } else if (refused instanceof Conflict) {
            return "Another account of this service already has your name. Ask an administrator of this service.";
        } else if (refused instanceof Unavailable away) {
            return Sentences.away(away.dependency())
                    + (away.dependency().equals("directory")
                            ? " Its people cannot log in for now."
                            : " Nobody can log in for now.");
        }
        return Sentences.whole(refused);
    }
}
