package org.egcg.reporting.web.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What a form has sent. */
public record Submission(HttpServletRequest request, HttpServletResponse response) {

    /** A field's text; empty text if it was not sent. */
    public String text(String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }

    public String stripped(String field) {
        return text(field).strip();
    }

    /** A field that is a whole number; -1 if it is none. */
    public long number(String field) {
        try {
            return Long.parseLong(text(field));
        } catch (NumberFormatException broken) {
            return -1;
        }
    }

    /** Whether the question that was asked before is answered. */
    public boolean confirmed() {
        return text(ConfirmationQuestion.CONFIRMED).equals("yes");
    }

    /** Where it comes from. */
    public String address() {
        return request.getRemoteAddr();
    }
}
