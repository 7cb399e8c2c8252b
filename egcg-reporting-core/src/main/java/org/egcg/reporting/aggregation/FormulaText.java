package org.egcg.reporting.aggregation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.error.ReportingException.Malformed;

/** The text of a formula, taken piece by piece from left to right. For one thread. */
final class FormulaText {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String text;
    private int position;

    FormulaText(String text) {
        this.text = text;
    }

    boolean atEnd() {
        skipBlanks();
        return position == text.length();
    }

    /** Takes these signs if they come next. */
    boolean skip(String signs) {
        skipBlanks();
        boolean found = text.startsWith(signs, position);
        position += found ? signs.length() : 0;
        return found;
    }

    /** Takes this word if it comes next, whole. */
    boolean skipWord(String word) {
        int before = position;
        boolean found = take(WORD).filter(word::equals).isPresent() && !text.startsWith(".", position);
        if (!found) {
            position = before;
        }
        return found;
    }

    /** Takes what matches here. */
    Optional<String> take(Pattern pattern) {
        skipBlanks();
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher.group());
    }

    int position() {
        skipBlanks();
        return position;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    /** What is to be thrown if something else is expected here. */
    Malformed wrong(String reason) {
        return wrong(position(), reason);
    }

    Malformed wrong(int at, String reason) {
        return new Malformed("formula '" + text + "', position " + (at + 1) + ": " + reason);
    }
}
