package org.egcg.reporting.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;

/** Tells controls from samples: by the field {@value #FIELD} of a document, else by the sample's id. Immutable. */
public final class SampleKinds {

    /** The field in which a document says which control it is. */
    public static final String FIELD = "control";

    private static final int LONGEST = 300;

    private final Map<SampleKind, Pattern> patterns = new LinkedHashMap<>();

    private SampleKinds() {}

    /** Controls are known by their field alone. */
    public static SampleKinds byField() {
        return of(Map.of());
    }

    /**
     * Controls are known by their field, and by regular expressions that whole ids match.
     *
     * @param patterns by the word of the control: {@code negative}, {@code positive} or {@code phix}
     * @throws IllegalArgumentException if a word is none of these, or a pattern is no regular expression
     */
    public static SampleKinds of(Map<String, String> patterns) {
        SampleKinds kinds = new SampleKinds();
        patterns.forEach((word, pattern) -> kinds.patterns.put(kind(word), compiled(word, pattern)));
        return kinds;
    }

    private static SampleKind kind(String word) {
        return SampleKind.control(word)
                .orElseThrow(() -> new IllegalArgumentException(word + ": must be negative, positive or phix"));
    }

    private static Pattern compiled(String word, String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(word + ": is no regular expression: " + wrong.getDescription(), wrong);
        }
    }

    /** The kind of sample that a document of a sample, or of a run element, is about. */
    public SampleKind of(BsonDocument document) {
        return Bson.optionalText(document, FIELD)
                .flatMap(SampleKind::control)
                .orElseGet(() ->
                        Bson.optionalText(document, "sample_id").map(this::ofId).orElse(SampleKind.SAMPLE));
    }

    /** The kind of a sample of which nothing but its id is known. */
    public SampleKind ofId(String id) {
        return patterns.entrySet().stream()
                .filter(kind -> id.length() <= LONGEST && matches(kind.getValue(), id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(SampleKind.SAMPLE);
    }

    /** A pattern that goes astray in an id does not match it. */
    private static boolean matches(Pattern pattern, String id) {
        try {
            return pattern.matcher(id).matches();
        } catch (StackOverflowError astray) {
            return false;
        }
    }
}
