package org.egcg.reporting.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;

/**
 * What a person wants to be decided: the same of one or several things of a kind.
 *
 * @param ids of run elements, lanes or samples
 * @param reviewed {@code pass} or {@code fail}; empty if that is left as it is
 * @param useable {@code yes} or {@code no}; empty if that is left as it is
 * @param comment why; empty text where it is as the rules say
 * @param versions of some of the ids: the version that was looked at, see {@link DecisionState#version()}
 */
public record Decision(
        Decidable kind,
        List<String> ids,
        Optional<String> reviewed,
        Optional<String> useable,
        String comment,
        Map<String, String> versions) {

    /** So many things are decided on together. */
    public static final int MOST = 1000;

    private static final int LETTERS = 10_000;

    public Decision {
        ids = List.copyOf(ids);
        versions = Map.copyOf(versions);
        comment = comment.strip();
        if (ids.isEmpty() || new HashSet<>(ids).size() < ids.size()) {
            throw new Malformed("review_entities: must name something to decide on, and nothing twice");
        }
        if (ids.size() > MOST) {
            throw new TooLarge("review_entities: at most " + MOST + " together");
        }
        if (comment.length() > LETTERS) {
            throw new TooLarge("comment: at most " + LETTERS + " letters");
        }
        oneOf("reviewed", reviewed, List.of("pass", "fail"));
        oneOf("useable", useable, List.of("yes", "no"));
        if (reviewed.isEmpty() && useable.isEmpty()) {
            throw new Malformed("reviewed, useable: one of them has to be decided");
        }
        if (!ids.containsAll(versions.keySet())) {
            throw new Malformed("versions: names something that is not decided on");
        }
    }

    private static void oneOf(String field, Optional<String> value, List<String> allowed) {
        if (value.isPresent() && !allowed.contains(value.get())) {
            throw new Malformed(field + ": must be one of " + allowed);
        }
    }

    /** Whether it says something else than the rules, for which a document would be recorded as reviewed with this word. */
    public boolean differsFrom(String rules) {
        boolean passes = rules.equals("pass");
        boolean otherwise = reviewed.isPresent() && !reviewed.get().equals(rules);
        return otherwise || (useable.isPresent() && useable.get().equals("yes") != passes);
    }
}
