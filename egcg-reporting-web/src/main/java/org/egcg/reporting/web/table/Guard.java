package org.egcg.reporting.web.table;

/** Keeps spreadsheets from taking a text for a formula. */
final class Guard {

    private Guard() {}

    /** The text, after an apostrophe if a spreadsheet would calculate it. */
    static String text(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        boolean formula =
                first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
        return formula && Plain.number(text).isEmpty() ? "'" + text : text;
    }
}
