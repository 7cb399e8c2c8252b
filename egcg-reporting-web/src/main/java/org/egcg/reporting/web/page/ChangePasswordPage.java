package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.ReportingException.TooManyAttempts;
import org.egcg.reporting.ReportingException.Unauthenticated;
import org.egcg.reporting.ReportingException.Unavailable;
import org.egcg.reporting.web.operation.Caller;

/** Where a user chooses another password. */
@Named("changePassword")
@RequestScoped
public class ChangePasswordPage implements Page {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visit visit;

    @Inject
    private Doors doors;

    private String present = "";
    private String wanted = "";
    private String repeated = "";
    private String message = "";

    @Override
    public String title() {
        return "Change Password";
    }

    public String message() {
        return message;
    }

    /** Whether the present password is one that somebody else has seen. */
    public boolean required() {
        return visit.user() != null && visit.user().mustChangePassword();
    }

    public String change() {
        if (!wanted.equals(repeated)) {
            message = "The new password was not repeated alike.";
            return null;
        }
        try {
            doors.users().changePassword(visit.user().name(), present, wanted, Caller.address(request));
            Session.end(request);
            return Faces.redirect("/login?changed=1");
        } catch (Unauthenticated wrong) {
            message = "Bad request. The old password is another one.";
        } catch (Malformed unfit) {
            message = "Bad request. " + Character.toUpperCase(unfit.getMessage().charAt(0))
                    + unfit.getMessage().substring(1) + ".";
        } catch (TooManyAttempts slow) {
            message = "Too many failed attempts. Try again later.";
        } catch (Unavailable away) {
            message = Wording.away(away.dependency()) + " The password is unchanged.";
        }
        return null;
    }

    public String getPresent() {
        return "";
    }

    public void setPresent(String present) {
        this.present = present == null ? "" : present;
    }

    public String getWanted() {
        return "";
    }

    public void setWanted(String wanted) {
        this.wanted = wanted == null ? "" : wanted;
    }

    public String getRepeated() {
        return "";
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated == null ? "" : repeated;
    }
}
