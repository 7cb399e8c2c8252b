package org.egcg.reporting.query;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.error.ReportingException.Malformed;

/** Cuts a text in the style of Python into names, numbers, texts and signs; blanks and tabs separate. */
final class Lexer {

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    record Token(Kind kind, String text) {
        boolean is(String word) {
            return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(word);
        }
    }

    private static final Map<Kind, Pattern> PATTERNS = new EnumMap<>(Map.of(
            Kind.NAME, Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*+"),
            Kind.NUMBER,
                    Pattern.compile("(?:0[xX][0-9a-fA-F]++|0[oO][0-7]++|0[bB][01]++"
                            + "|(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?)(?![\\p{L}\\p{N}_])"),
            Kind.SIGN, Pattern.compile("==|!=|>=|<=|[<>()\\[\\],.+-]")));

    private final String source;
    private int position;
    private Token current;

    Lexer(String source) {
        this.source = source;
        if (source.startsWith(" ") || source.startsWith("\t")) {
            throw new Malformed("an expression cannot begin with a blank");
        }
        this.current = read();
    }

    Token current() {
        return current;
    }

    /** Whether the current token is this name or sign. */
    boolean at(String word) {
        return current.is(word);
    }

    /** The current token; moves on to the next. */
    Token next() {
        Token taken = current;
        if (taken.kind() != Kind.END) {
            current = read();
        }
        return taken;
    }

    /** Moves on if the current token is this name or sign, and tells whether it was. */
    boolean skip(String word) {
        boolean found = at(word);
        if (found) {
            next();
        }
        return found;
    }

    void expect(String word) {
        if (!skip(word)) {
            throw unexpected();
        }
    }

    void expectEnd() {
        if (current.kind() != Kind.END) {
            throw unexpected();
        }
    }

    Malformed unexpected() {
        return new Malformed("'" + current.text() + "' is not expected in: " + shortened());
    }

    private String shortened() {
        return source.length() <= 200 ? source : source.substring(0, 200) + " ...";
    }

    private Token read() {
        while (position < source.length() && isBlank(source.charAt(position))) {
            position++;
        }
        if (position == source.length()) {
            return new Token(Kind.END, "");
        }
        char first = source.charAt(position);
        return first == '"' || first == '\'' ? quoted(first) : matched();
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\t';
    }

    private Token quoted(char quote) {
        for (int end = position + 1; end < source.length() && source.charAt(end) != '\n'; end++) {
            if (source.charAt(end) == quote) {
                return taken(Kind.TEXT, end + 1);
            }
            if (source.charAt(end) == '\\') {
                end++;
            }
        }
        throw noExpression();
    }

    private Token matched() {
        for (Map.Entry<Kind, Pattern> pattern : PATTERNS.entrySet()) {
            Matcher matcher = pattern.getValue().matcher(source).region(position, source.length());
            if (matcher.lookingAt()) {
                return taken(pattern.getKey(), matcher.end());
            }
        }
        throw noExpression();
    }

    private Token taken(Kind kind, int end) {
        Token token = new Token(kind, source.substring(position, end));
        position = end;
        return token;
    }

    private Malformed noExpression() {
        return new Malformed("this is no expression: " + shortened());
    }
}
