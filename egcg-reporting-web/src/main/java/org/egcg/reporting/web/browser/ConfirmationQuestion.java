package org.egcg.reporting.web.browser;

import java.util.List;
import java.util.Map;

/**
 * What is asked before something that cannot be taken back.
 *
 * @param title the question
 * @param facts what will happen, and to whom
 * @param yes what the button says that does it
 * @param back where one goes who does not want it
 * @param fields what the answer names: the same things as the form that led here
 */
public record ConfirmationQuestion(
        String title, List<String> facts, String yes, String back, Map<String, String> fields) {

    static final String CONFIRMED = "confirmed";

    public ConfirmationQuestion {
        facts = List.copyOf(facts);
        fields = Map.copyOf(fields);
    }

    /** The names of the fields, in a fixed order. */
    public List<String> names() {
        return fields.keySet().stream().sorted().toList();
    }
}
