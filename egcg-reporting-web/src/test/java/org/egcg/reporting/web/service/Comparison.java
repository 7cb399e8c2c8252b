package org.egcg.reporting.web.service;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonWriter;

/** Finds where an answer's body is not what was expected. */
final class Comparison {

    private static final double TOLERANCE = 1e-9;

    private final Variables variables;
    private final List<Pattern> unordered;
    private final List<Pattern> additions;
    private final List<String> differences = new ArrayList<>();

    /**
     * A star in a path stands for any name or index.
     *
     * @param unordered paths of lists whose order does not count
     * @param additions paths of members that may be there although they were not recorded
     */
    Comparison(Variables variables, List<String> unordered, List<String> additions) {
        this.variables = variables;
        this.unordered = unordered.stream().map(Comparison::pattern).toList();
        this.additions = additions.stream().map(Comparison::pattern).toList();
    }

    private Comparison(Comparison outer) {
        this.variables = outer.variables;
        this.unordered = outer.unordered;
        this.additions = outer.additions;
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Stream.of(path.split("/", -1))
                .map(part -> part.equals("*") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/")));
    }

    /** The differences, each with its path; none if the body is as expected. */
    List<String> differences(BsonValue expected, BsonValue actual) {
        compare(expected, actual, "");
        return differences;
    }

    private void compare(BsonValue expected, BsonValue actual, String path) {
        if (expected.isDocument() && actual.isDocument()) {
            documents(expected.asDocument(), actual.asDocument(), path);
        } else if (expected.isArray() && actual.isArray()) {
            lists(expected.asArray(), actual.asArray(), path);
        } else if (!equal(expected, actual, path)) {
            differ(path, "expected " + JsonWriter.text(expected) + ", got " + JsonWriter.text(actual));
        }
    }

    private boolean equal(BsonValue expected, BsonValue actual, String path) {
        if (expected.isNumber() && actual.isNumber()) {
            return equal(expected.asNumber().doubleValue(), actual.asNumber().doubleValue())
                    && (!expected.isInt64() || !actual.isInt64() || expected.equals(actual));
        }
        if (expected.isString() && actual.isString()) {
            boolean message = path.endsWith("/_error/message");
            return variables.match(text(expected, message), text(actual, message));
        }
        return expected.equals(actual);
    }

    private static boolean equal(double expected, double actual) {
        return Math.abs(expected - actual) <= TOLERANCE * Math.max(Math.abs(expected), Math.abs(actual));
    }

    private static String text(BsonValue value, boolean message) {
        String text = value.asString().getValue();
        return message ? text.replaceAll("\\s+", " ") : text;
    }

    private void documents(BsonDocument expected, BsonDocument actual, String path) {
        BsonDocument left = actual.clone();
        expected.forEach((marked, value) -> {
            String key = variables.filled(marked);
            BsonValue found = left.remove(key);
            if (found == null) {
                differ(path + "/" + key, "missing, expected " + JsonWriter.text(value));
            } else {
                compare(value, found, path + "/" + key);
            }
        });
        left.keySet().removeIf(key -> matches(additions, path + "/" + key));
        left.forEach((key, value) -> differ(path + "/" + key, "unexpected " + JsonWriter.text(value)));
    }

    private void lists(BsonArray expected, BsonArray actual, String path) {
        if (expected.size() != actual.size()) {
            differ(path, "expected " + expected.size() + " members, got " + JsonWriter.text(actual));
        } else if (matches(unordered, path)) {
            anyOrder(expected, actual, path);
        } else {
            for (int index = 0; index < expected.size(); index++) {
                compare(expected.get(index), actual.get(index), path + "/" + index);
            }
        }
    }

    private static boolean matches(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private void anyOrder(BsonArray expected, BsonArray actual, String path) {
        List<BsonValue> left = new ArrayList<>(actual);
        for (BsonValue member : expected) {
            BsonValue match = left.stream()
                    .filter(one -> isSame(member, one, path + "/0"))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                differ(path, "no member is " + JsonWriter.text(member));
            } else {
                left.remove(match);
            }
        }
    }

    /** Lists inside a member may be unordered as well. */
    private boolean isSame(BsonValue expected, BsonValue actual, String path) {
        Comparison inside = new Comparison(this);
        inside.compare(expected, actual, path);
        return inside.differences.isEmpty();
    }

    private void differ(String path, String how) {
        differences.add(path + ": " + (how.length() > 300 ? how.substring(0, 300) + " ..." : how));
    }
}
