package org.egcg.reporting.web.account;

import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.browser.ConfirmationQuestion;
import org.egcg.reporting.web.browser.Form;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.page.Page;

/** A page whose form says what became of it, and that asks before something that cannot be taken back. */
public abstract class ConfirmedForm implements Page, Form {

    private String message = "";
    private boolean failed;
    private ConfirmationQuestion question;

    /** What has just happened, or why it has not; empty text if nothing was sent. */
    public String message() {
        return message;
    }

    public boolean failed() {
        return failed;
    }

    /** What is asked before it is done; nothing if nothing is asked. */
    public ConfirmationQuestion question() {
        return question;
    }

    void done(String what) {
        message = what;
    }

    /** @param what such as {@code Nothing was changed} */
    void refused(String what, ReportingException why) {
        failed = true;
        message = what + ": " + Sentences.whole(why);
    }

    void ask(ConfirmationQuestion before) {
        question = before;
    }
}
