package org.egcg.reporting.web.account;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.security.Scopes;
import org.egcg.reporting.web.browser.Submission;

/** What a token is for, as a form asks it and as a list says it. */
final class TokenScopes {

    static final String EVERYTHING = "write";
    static final String READING = "read";
    static final String CHOSEN = "choose";

    /** Begins the name of the field of a resource. */
    static final String FIELD = "resource.";

    private TokenScopes() {}

    /** @param resources all that there are */
    static Scopes of(Submission submission, Collection<String> resources) {
        return switch (submission.text("access")) {
            case EVERYTHING -> Scopes.ALL;
            case READING -> Scopes.readOnly();
            case CHOSEN -> chosen(submission, resources);
            default -> throw new Malformed("say what the token is for");
        };
    }

    private static Scopes chosen(Submission submission, Collection<String> resources) {
        Set<String> words = new LinkedHashSet<>();
        for (String resource : resources) {
            String access = submission.text(FIELD + resource);
            if (access.equals(READING) || access.equals(EVERYTHING)) {
                words.add(access + ":" + resource);
            }
        }
        if (words.isEmpty()) {
            throw new Malformed("choose at least one resource");
        }
        return new Scopes(words);
    }

    static String inWords(Scopes scopes) {
        if (scopes.words().contains("write:*")) {
            return "reads and writes everything";
        } else if (scopes.words().contains("read:*")) {
            String more = list(scopes, "write:");
            return "reads everything" + (more.isEmpty() ? "" : ", writes " + more);
        }
        String reads = list(scopes, "read:");
        String writes = list(scopes, "write:");
        return (reads.isEmpty() ? "" : "reads " + reads)
                + (reads.isEmpty() || writes.isEmpty() ? "" : ", ")
                + (writes.isEmpty() ? "" : "reads and writes " + writes);
    }

    private static String list(Scopes scopes, String access) {
        return new TreeSet<>(scopes.words())
                .stream()
                        .filter(word -> word.startsWith(access))
                        .map(word -> word.substring(access.length()))
                        .collect(Collectors.joining(", "));
    }
}
