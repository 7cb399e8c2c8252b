package org.egcg.reporting.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.ReportingException.Malformed;

/** Cuts a text in the style of Python into names, numbers, texts and signs; blanks and tabs separate. */
final class Tokens {

    /** In the order of the pattern's groups. */
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

    private static final Pattern TOKEN = Pattern.compile("[ \\t]*+(?:"
            + "([\\p{L}_][\\p{L}\\p{N}_]*+)"
            + "|(0[xX][0-9a-fA-F]++|0[oO][0-7]++|0[bB][01]++"
            + "|(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?)(?![\\p{L}\\p{N}_])"
            + "|('(?:[^'\\\\\\n]|\\\\.)*+'|\"(?:[^\"\\\\\\n]|\\\\.)*+\")"
            + "|(==|!=|>=|<=|[<>()\\[\\],.+-])"
            + "|(\\z))");

    private final String source;
    private final Matcher matcher;
    private Token current;

    Tokens(String source) {
        this.source = source;
        this.matcher = TOKEN.matcher(source);
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
        if (!matcher.lookingAt()) {
            throw new Malformed("this is no expression: " + shortened());
        }
        Token token = matched();
        matcher.region(matcher.end(), source.length());
        return token;
    }

    private Token matched() {
        for (Kind kind : Kind.values()) {
            String text = matcher.group(kind.ordinal() + 1);
            if (text != null) {
                return new Token(kind, text);
            }
        }
        throw new IllegalStateException("a token of no kind in " + shortened());
    }
}
