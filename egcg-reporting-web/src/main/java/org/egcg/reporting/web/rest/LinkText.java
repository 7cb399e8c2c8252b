package org.egcg.reporting.web.rest;

/**
 * Arguments as links repeat them. Nothing is percent-encoded that pipelines would have to decode, as they take links apart
 * without decoding; what would end an argument, or be decoded into something else, is spelt by an escape of JSON (or of
 * Python) that means the same: {@code "a&b"} is {@code "a\\u0026b"}.
 */
final class LinkText {

    private static final String ODD = "&#%+?=";

    private LinkText() {}

    /** An argument that is JSON, an expression or a list of fields. */
    static String structured(String text) {
        StringBuilder link = new StringBuilder(text.length());
        String quotes = text.startsWith("{") ? "\"" : "\"'";
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (quote == 0) {
                quote = quotes.indexOf(letter) >= 0 ? letter : 0;
                outside(link, letter);
            } else if (letter == '\\' && at + 1 < text.length()) {
                link.append(letter).append(text.charAt(++at));
            } else {
                quote = letter == quote ? 0 : quote;
                inside(link, letter);
            }
        }
        return link.toString();
    }

    /** A plus before a number means nothing, and would be read as a blank. */
    private static void outside(StringBuilder link, char letter) {
        switch (letter) {
            case '+' -> {}
            case '&', '#', '%' -> link.append(encoded(letter));
            default -> link.append(letter);
        }
    }

    private static void inside(StringBuilder link, char letter) {
        if (ODD.indexOf(letter) >= 0) {
            link.append(String.format("\\u%04x", (int) letter));
        } else {
            link.append(letter);
        }
    }

    /** Any other text. */
    static String plain(String text) {
        StringBuilder link = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            link.append("&#%+".indexOf(letter) >= 0 ? encoded(letter) : String.valueOf(letter));
        }
        return link.toString();
    }

    /** A part of a path. */
    static String segment(String text) {
        StringBuilder link = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            link.append("%?#/\\+".indexOf(letter) >= 0 ? encoded(letter) : String.valueOf(letter));
        }
        return link.toString();
    }

    private static String encoded(char letter) {
        return String.format("%%%02X", (int) letter);
    }
}
