package org.egcg.reporting.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotEntitled;

/**
 * What a token may be used for: reading or writing, of one resource or all ({@code *}). Who may write a resource may
 * read it. As text: {@code read:* write:run_elements}, separated by blanks.
 */
public record Scopes(Set<String> words) {

    private static final Pattern WORD = Pattern.compile("(read|write):(\\*|[a-z][a-z0-9_]{0,60})");
    private static final int MOST = 64;

    /** Everything that the token's owner may do. */
    public static final Scopes ALL = new Scopes(Set.of("write:*"));

    public Scopes {
        words = Set.copyOf(words);
        if (words.isEmpty() || words.size() > MOST) {
            throw new Malformed("a token has 1 to " + MOST + " scopes");
        }
        for (String word : words) {
            if (!WORD.matcher(word).matches()) {
                throw new Malformed("no scope: " + word + "; one is read or write, a colon, and a resource or *");
            }
        }
    }

    /** Reads what {@link #text} has written, in any order. */
    public static Scopes parse(String text) {
        return new Scopes(Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet()));
    }

    /** Reading of everything. */
    public static Scopes readOnly() {
        return new Scopes(Set.of("read:*"));
    }

    public boolean mayRead(String resource) {
        return words.contains("read:*") || words.contains("read:" + resource) || mayWrite(resource);
    }

    public boolean mayWrite(String resource) {
        return words.contains("write:*") || words.contains("write:" + resource);
    }

    /**
     * Says nothing if something may be done with a resource.
     *
     * @throws NotEntitled if it may not
     */
    public void require(String resource, boolean writing) {
        if (!(writing ? mayWrite(resource) : mayRead(resource))) {
            throw new NotEntitled(
                    "this token is for " + text() + "; this needs " + (writing ? "write:" : "read:") + resource);
        }
    }

    public String text() {
        return String.join(" ", new TreeSet<>(words));
    }
}
