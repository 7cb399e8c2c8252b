package org.egcg.reporting.lims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * A recorded answer. Numbers compare by value, keys in any order, and the arrays at the given paths in any order;
 * {@code <<isodatetime>>} stands for any moment.
 */
record Expected(BsonValue json, Set<String> unordered) {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?");

    /** Where, and how, an answer differs; empty if it is the recorded one. */
    Optional<String> difference(BsonValue answer) {
        return difference(json, answer, "", "");
    }

    private Optional<String> difference(BsonValue expected, BsonValue actual, String path, String pattern) {
        if (expected.isDocument() && actual.isDocument()) {
            return difference(expected.asDocument(), actual.asDocument(), path, pattern);
        }
        if (expected.isArray() && actual.isArray()) {
            return difference(expected.asArray(), actual.asArray(), path, pattern);
        }
        return same(expected, actual)
                ? Optional.empty()
                : Optional.of(path + ": expected " + expected + ", was " + actual);
    }

    private static boolean same(BsonValue expected, BsonValue actual) {
        if (expected.isNumber() && actual.isNumber()) {
            double difference =
                    expected.asNumber().doubleValue() - actual.asNumber().doubleValue();
            return Math.abs(difference) <= 1e-9 * Math.abs(expected.asNumber().doubleValue());
        }
        if (expected.isString() && expected.asString().getValue().equals("<<isodatetime>>")) {
            return actual.isString()
                    && MOMENT.matcher(actual.asString().getValue()).matches();
        }
        return expected.equals(actual);
    }

    private Optional<String> difference(BsonDocument expected, BsonDocument actual, String path, String pattern) {
        if (!expected.keySet().equals(actual.keySet())) {
            return Optional.of(path + ": expected keys " + expected.keySet() + ", was " + actual.keySet());
        }
        for (Map.Entry<String, BsonValue> entry : expected.entrySet()) {
            String key = "/" + entry.getKey();
            Optional<String> difference =
                    difference(entry.getValue(), actual.get(entry.getKey()), path + key, step(pattern, entry.getKey()));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private String step(String pattern, String key) {
        String star = pattern + "/*";
        return unordered.stream().anyMatch(path -> path.startsWith(star)) && pattern.endsWith("/status")
                ? star
                : pattern + "/" + key;
    }

    private Optional<String> difference(BsonArray expected, BsonArray actual, String path, String pattern) {
        if (expected.size() != actual.size()) {
            return Optional.of(path + ": expected " + expected.size() + " members, was " + actual);
        }
        List<BsonValue> left = new ArrayList<>(actual);
        Optional<String> first = Optional.empty();
        for (BsonValue member : expected) {
            int place = -1;
            for (int i = 0; i < (unordered.contains(pattern) ? left.size() : 1) && place < 0; i++) {
                Optional<String> difference = difference(member, left.get(i), path + "/" + i, pattern + "/*");
                place = difference.isEmpty() ? i : -1;
                first = first.or(() -> difference);
            }
            if (place < 0) {
                return first;
            }
            left.remove(place);
        }
        return Optional.empty();
    }
}
