package org.egcg.reporting.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.SecondFactorRequired;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.web.browser.BrowserLogins;
import org.egcg.reporting.web.browser.Form;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.page.Link;
import org.egcg.reporting.web.page.Page;
import org.egcg.reporting.web.route.Address;

/** Where a user chooses another password. */
@Named("changePassword")
@RequestScoped
public class ChangePasswordPage implements Page, Form {

    @Inject
    private PageRequest pageRequest;

    @Inject
    private Users users;

    @Inject
    private BrowserLogins logins;

    @Inject
    private HttpServletRequest request;

    private String message = "";

    @Override
    public String title() {
        return "Change password";
    }

    @Override
    public List<Link> siblings() {
        return required() ? List.of() : OwnAccount.of(pageRequest.user(), OwnAccount.PASSWORD);
    }

    public String message() {
        return message;
    }

    /** Whether the present password is one that an administrator has seen. */
    public boolean required() {
        return pageRequest.user().mustChangePassword();
    }

    /** Where one wanted to go before the password had to be changed: a path of this host; else empty text. */
    public String redirect() {
        String wanted = request.getParameter("redirect");
        return wanted != null && Address.isLocal(wanted) && !wanted.startsWith("/log") ? wanted : "";
    }

    /** Whether there is a password here at all. */
    public boolean possible() {
        return pageRequest.user().isLocal();
    }

    /** Whether a code is asked for besides the old password. */
    public boolean code() {
        return pageRequest.user().secondFactor();
    }

    @Override
    public Optional<String> sent(Submission submission) {
        User user = pageRequest.user();
        String wanted = submission.text("wanted");
        if (!wanted.equals(submission.text("repeated"))) {
            message = "The two new passwords are not the same.";
            return Optional.empty();
        }
        try {
            users.changePassword(
                    user.name(),
                    submission.text("present"),
                    submission.text("code").replaceAll("\\s", ""),
                    wanted,
                    submission.address());
            logins.end(submission.request(), submission.response());
            return Optional.of(
                    redirect().isEmpty() ? "/login?changed=1" : Address.of("/login?changed=1&redirect=", redirect()));
        } catch (ReportingException refused) {
            message = sentence(refused, code());
            return Optional.empty();
        }
    }

    private static String sentence(ReportingException refused, boolean code) {
        if (refused instanceof SecondFactorRequired) {
            return "Bad request. Enter a code from your telephone, too.";
        } else if (refused instanceof Unauthenticated) {
            return "Bad request. The old password" + (code ? " or the code" : "") + " is wrong.";
        } else if (refused instanceof TooManyAttempts) {
            return "Too many failed attempts. Try again later.";
        } else if (refused instanceof Unavailable) {
            return Sentences.whole(refused) + " The password is unchanged.";
        }
        return "Bad request. " + Sentences.whole(refused);
    }
}
