package org.egcg.reporting.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.egcg.reporting.web.timeline.Elapsed;

/**
 * Something that waits for a decision.
 *
 * @param projects of which projects it is
 * @param since from when on it could have been decided
 * @param now when the queue was read
 */
public record Waiting(DeskKind kind, String id, List<String> projects, Instant since, Instant now) {

    public Waiting {
        projects = List.copyOf(projects);
    }

    /** What names it among all kinds. */
    public String key() {
        return kind.resource() + ":" + id;
    }

    /** How long it has waited. */
    public Duration waited() {
        Duration waited = Duration.between(since, now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    /** How much longer it has waited than one of its kind can; negative while there is time left. */
    Duration over() {
        return waited().minus(kind.patience());
    }

    public boolean urgent() {
        return over().compareTo(Duration.ZERO) > 0;
    }

    /** Such as {@code 12 days}. */
    public String age() {
        return Elapsed.age(waited());
    }

    /** How it stands to its term, such as {@code 10 days over} or {@code 2 days left}. */
    public String term() {
        return urgent() ? Elapsed.age(over()) + " over" : Elapsed.age(over().negated()) + " left";
    }

    /** The projects in words. */
    public String ofProjects() {
        return projects.size() > 2 ? projects.size() + " projects" : String.join(", ", projects);
    }
}
