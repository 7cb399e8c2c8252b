package org.egcg.reporting.web.desk;

import java.util.List;
import java.util.Optional;
import org.egcg.reporting.review.Verdict;
import org.egcg.reporting.web.table.Verdicts;

/**
 * One thing to be decided, with all that is needed to decide.
 *
 * @param version what is looked at: it changes whenever a decision, or anything else, does
 * @param rules what a review by the rules would record, such as {@code fail}; empty text if they say nothing
 * @param lacking what is not known of what was ordered, and what cannot be done therefore
 * @param measured what the rules compare
 * @param metrics everything else that was measured
 * @param neighbours what lies beside it
 * @param recorded what its documents say of decisions now
 * @param earlier what people have decided before, the latest first
 * @param notes what people have noted, the latest first
 * @param links where more is to be seen
 */
public record DeskItem(
        DeskKind kind,
        String id,
        String version,
        Verdict verdict,
        String rules,
        Lacking lacking,
        List<Measured> measured,
        List<Named> metrics,
        List<Neighbours> neighbours,
        List<Named> recorded,
        List<String> earlier,
        List<Noted> notes,
        List<Place> links) {

    /**
     * A value that the rules compare.
     *
     * @param side {@code low} or {@code high}, with {@code warn} behind it if it passes all the same; empty text if it keeps
     *     to its limit
     * @param standing such as {@code fail}
     * @param trend of the instrument, where the value does not simply pass; empty where none is known
     */
    public record Measured(
            String name,
            String value,
            String side,
            String limit,
            String standing,
            String style,
            Optional<Trend> trend) {}

    /**
     * A value that has a name.
     *
     * @param style that of a state, such as {@code fail}; empty text for what is none
     */
    public record Named(String name, String value, String style) {}

    /** Another page. */
    public record Place(String label, String href, boolean outside) {}

    /**
     * A note.
     *
     * @param about of what it is, where that is not the thing itself; else empty text
     * @param text its parts; those with an address are links
     */
    public record Noted(String author, String when, String about, List<Place> text) {}

    /** What lies beside it in one way. */
    public record Neighbours(String heading, List<Neighbour> all) {}

    /**
     * One of them.
     *
     * @param verdict what the rules say of it
     * @param recorded what was decided
     * @param here whether it is the thing itself
     */
    public record Neighbour(String label, String href, String verdict, String why, String recorded, boolean here) {
        public String style() {
            return Verdicts.style(verdict);
        }

        public String recordedStyle() {
            return Verdicts.style(recorded);
        }
    }

    public String key() {
        return kind.resource() + ":" + id;
    }

    public String style() {
        return Verdicts.style(verdict.word());
    }

    /** Why it does not simply pass; empty text if it does. */
    public String reasons() {
        return String.join(", ", verdict.said());
    }
}
