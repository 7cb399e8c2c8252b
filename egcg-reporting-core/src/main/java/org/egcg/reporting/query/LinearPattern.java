package org.egcg.reporting.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;
import org.egcg.reporting.error.ReportingException.Malformed;

/** A pattern of RE2/J, which may not be there: loaded only once a filter has one. */
final class LinearPattern {

    private LinearPattern() {}

    /** @throws Malformed if it is no pattern */
    static Predicate<String> compiled(String pattern, String options) {
        try {
            Pattern compiled = Pattern.compile(pattern, flags(options));
            return text -> compiled.matcher(text).find();
        } catch (PatternSyntaxException broken) {
            throw new Malformed(
                    "where: $regex: " + broken.getDescription() + " in " + pattern + "; expected RE2's syntax", broken);
        }
    }

    private static int flags(String options) {
        int flags = 0;
        for (int at = 0; at < options.length(); at++) {
            flags |= switch (options.charAt(at)) {
                case 'i' -> Pattern.CASE_INSENSITIVE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                default -> throw new Malformed("where: $options: expected letters of i, m and s, not " + options);
            };
        }
        return flags;
    }
}
