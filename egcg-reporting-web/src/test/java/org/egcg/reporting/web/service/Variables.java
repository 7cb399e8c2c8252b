package org.egcg.reporting.web.service;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonWriter;

/** Values that a scenario keeps from answers, and the placeholders for those that differ from run to run. */
final class Variables {

    private static final Pattern MARK = Pattern.compile("<<(\\w+)>>|\\$\\{(\\w+)}");
    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "etag", "[0-9a-f]{40}",
            "objectid", "[0-9a-f]{24}",
            "date", "\\d\\d_\\d\\d_\\d{4}_\\d\\d:\\d\\d:\\d\\d",
            "isodatetime", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?",
            "httpdate", "[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT",
            "any", "(?s:.*)");

    private final Map<String, String> values = new HashMap<>();

    void keep(String name, String value) {
        values.put(name, value);
    }

    /** A request's value with what was kept in its places. */
    BsonValue filled(BsonValue value) {
        if (value.isString()) {
            return new BsonString(filled(value.asString().getValue()));
        }
        if (value.isArray()) {
            return new BsonArray(value.asArray().stream().map(this::filled).toList());
        }
        if (!value.isDocument()) {
            return value;
        }
        BsonDocument filled = new BsonDocument();
        value.asDocument().forEach((key, member) -> filled.put(filled(key), filled(member)));
        return filled;
    }

    String filled(String text) {
        return MARK.matcher(text).replaceAll(mark -> {
            String kept = mark.group(2) == null ? mark.group() : values.get(mark.group(2));
            if (kept == null) {
                throw new AssertionError("nothing was kept as " + mark.group(2));
            }
            return Matcher.quoteReplacement(kept);
        });
    }

    /** Whether a text is what was expected, placeholders considered. */
    boolean match(String expected, String actual) {
        return expected.equals(actual) || Pattern.matches(pattern(expected), actual);
    }

    private String pattern(String expected) {
        StringBuilder pattern = new StringBuilder();
        Matcher mark = MARK.matcher(expected);
        int end = 0;
        while (mark.find()) {
            pattern.append(Pattern.quote(expected.substring(end, mark.start())));
            String kept = mark.group(2) == null ? null : values.getOrDefault(mark.group(2), mark.group());
            pattern.append(
                    kept != null
                            ? Pattern.quote(kept)
                            : PLACEHOLDERS.getOrDefault(mark.group(1), Pattern.quote(mark.group())));
            end = mark.end();
        }
        return pattern.append(Pattern.quote(expected.substring(end))).toString();
    }

    /** A value as a variable holds it. */
    static String text(BsonValue value) {
        return value.isString() ? value.asString().getValue() : JsonWriter.text(value);
    }
}
