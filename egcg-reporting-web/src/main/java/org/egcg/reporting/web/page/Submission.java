package org.egcg.reporting.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What a form has sent. */
record Submission(HttpServletRequest request, HttpServletResponse response) {

    /** A field's text; empty text if it was not sent. */
    String text(String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }

    String stripped(String field) {
        return text(field).strip();
    }

    /** A field that is a whole number; -1 if it is none. */
    long number(String field) {
        try {
            return Long.parseLong(text(field));
        } catch (NumberFormatException broken) {
            return -1;
        }
    }

    /** Whether the question that was asked before is answered. */
    boolean confirmed() {
        return text(ConfirmationQuestion.CONFIRMED).equals("yes");
    }

    /** Where it comes from. */
    String address() {
        return request.getRemoteAddr();
    }
}
