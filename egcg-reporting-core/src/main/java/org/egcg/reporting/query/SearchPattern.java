package org.egcg.reporting.query;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.internal.library.OptionalLibrary;

/**
 * A pattern that texts are searched for. Its syntax is RE2's, and so is its cost: it grows with the length of the text
 * and of the pattern and with nothing else, as there are no back references.
 */
public final class SearchPattern {

    /** How many characters a pattern may have. */
    static final int LONGEST = 256;

    /** How often a counted repetition may repeat, all of one pattern multiplied. */
    private static final long REPETITIONS = 1000;

    private static final Pattern COUNTED = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?\\}");

    private SearchPattern() {}

    /**
     * Whether a text has the pattern somewhere in it.
     *
     * @param options letters of {@code i} (case does not count), {@code m} (lines have beginnings and ends) and {@code s}
     *     (a dot is a line's end, too)
     * @throws Malformed if it is no such pattern, or one that would cost too much
     */
    public static Predicate<String> of(String pattern, String options) {
        OptionalLibrary.require("patterns in filters", OptionalLibrary.RE2J);
        if (pattern.length() > LONGEST || repetitions(pattern) > REPETITIONS) {
            throw new Malformed("where: $regex: expected a pattern of at most " + LONGEST
                    + " characters whose counted repetitions make at most " + REPETITIONS);
        }
        return LinearPattern.compiled(pattern, options);
    }

    /** Whether a filter, or a part of one, has a pattern somewhere in it. */
    public static boolean isIn(BsonValue filter) {
        if (filter.isArray()) {
            return filter.asArray().stream().anyMatch(SearchPattern::isIn);
        }
        return filter.isDocument()
                && (filter.asDocument().containsKey("$regex")
                        || filter.asDocument().values().stream().anyMatch(SearchPattern::isIn));
    }

    private static long repetitions(String pattern) {
        long product = 1;
        Matcher counted = COUNTED.matcher(pattern);
        while (counted.find() && product <= REPETITIONS) {
            String most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
            product *= most.length() > 4 ? REPETITIONS + 1 : Math.max(1, Long.parseLong(most));
        }
        return product;
    }
}
