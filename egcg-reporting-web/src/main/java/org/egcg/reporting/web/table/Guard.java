package org.egcg.reporting.web.table;

/** Keeps spreadsheets from taking a text for a formula. */
final class Guard {

    /** Also what spreadsheets of other languages take for these, and what they skip to find one. */
    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private Guard() {}

    /** The text, after an apostrophe if a spreadsheet would calculate it. */
    static String text(String text) {
        if (text.isEmpty()) {
            return text;
        }
        boolean formula = BEGINNINGS.indexOf(text.charAt(0)) >= 0;
        return formula && NumberText.number(text).isEmpty() ? "'" + text : text;
    }
}
