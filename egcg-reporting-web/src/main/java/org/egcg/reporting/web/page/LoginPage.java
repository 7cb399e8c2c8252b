package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.egcg.reporting.ReportingException.TooManyAttempts;
import org.egcg.reporting.ReportingException.Unauthenticated;
import org.egcg.reporting.ReportingException.Unavailable;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.operation.Caller;

/** The form by which one logs in. */
@Named("login")
@RequestScoped
public class LoginPage implements Page {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Doors doors;

    private String username = "";
    private String password = "";
    private String message = "";

    @Override
    public String title() {
        return "Login";
    }

    /** What went wrong, or what has just happened; empty text if nothing has. */
    public String message() {
        if (message.isEmpty() && request.getParameter("loggedout") != null) {
            return "Logged out.";
        }
        return message.isEmpty() && request.getParameter("changed") != null
                ? "Password changed. Log in with the new one."
                : message;
    }

    public boolean failed() {
        return !message.isEmpty();
    }

    /** Where one goes on to: a path of this host, never another one. */
    public String redirect() {
        String wanted = request.getParameter("redirect");
        return wanted != null && Address.isLocal(wanted) && !wanted.startsWith("/log") ? wanted : "/";
    }

    public String logIn() {
        try {
            User user = doors.users().authenticate(username, password, Caller.address(request));
            Session.begin(request, user, doors.patience());
            return Faces.redirect(user.mustChangePassword() ? "/change_password" : redirect());
        } catch (Unauthenticated wrong) {
            message = "Bad login.";
        } catch (TooManyAttempts slow) {
            message = "Too many failed logins. Try again in "
                    + Math.max(1, slow.retryAfter().toSeconds()) + " seconds.";
        } catch (Unavailable away) {
            message = Wording.away(away.dependency()) + " Nobody can log in for now.";
        }
        username = "";
        return null;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username == null ? "" : username;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
