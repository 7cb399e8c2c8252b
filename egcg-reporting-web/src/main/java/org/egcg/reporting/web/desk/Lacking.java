package org.egcg.reporting.web.desk;

import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.review.Requirements;

/**
 * What the desk does not know of what was ordered for a sample.
 *
 * @param verdict why the verdict is not by all limits; empty text if it is
 * @param held why nothing can be decided now; empty text if it can
 */
public record Lacking(String verdict, String held) {

    static final String OTHERS = " The verdict is by the other limits alone";

    public static final Lacking NOTHING = new Lacking("", "");

    /**
     * Nobody says what was ordered: people decide, and say why.
     *
     * @param why such as {@code Sample S1 does not have a target coverage}
     */
    public static Lacking order(String why) {
        String sentence = why.endsWith(".") ? why : why + ".";
        return new Lacking(sentence + OTHERS + ", and a decision needs a reason.", "");
    }

    /**
     * Who is asked for it before a decision is kept does not answer.
     *
     * @param away the sentence that says who that is
     * @param known what others know of it
     */
    public static Lacking answer(String id, String away, Requirements known) {
        List<String> unknown = new ArrayList<>();
        if (known.yield().isEmpty()) {
            unknown.add("yield");
        }
        if (known.coverage().isEmpty()) {
            unknown.add("coverage");
        }
        String order = String.join(" and ", unknown);
        return new Lacking(
                unknown.isEmpty() ? "" : away + " Which " + order + " was ordered is not known." + OTHERS + ".",
                away + " What was ordered is looked up there before a decision is kept, so nothing can be decided on "
                        + id + " without it.");
    }
}
