package org.egcg.reporting.web.service;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Finds where an answer's headers are not what was expected; those that nobody expects do not count. */
record Headers(Variables variables) {

    private static final Set<String> SETS = Set.of(
            "allow",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "vary",
            "access-control-expose-headers");

    List<String> differences(BsonDocument expected, HttpHeaders actual) {
        return expected.entrySet().stream()
                .filter(header -> !matches(header.getKey(), header.getValue(), value(header.getKey(), actual)))
                .map(header -> "header " + header.getKey() + ": expected " + header.getValue() + ", got "
                        + value(header.getKey(), actual))
                .toList();
    }

    static Optional<String> value(String name, HttpHeaders headers) {
        List<String> values = headers.allValues(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    private boolean matches(String name, BsonValue expected, Optional<String> actual) {
        if (expected.isNull()) {
            return actual.isEmpty();
        }
        String wanted = expected.asString().getValue();
        return actual.filter(value -> name.equalsIgnoreCase("location")
                        ? isSuffix(wanted, value)
                        : variables.match(comparable(name, wanted), comparable(name, value)))
                .isPresent();
    }

    private boolean isSuffix(String expected, String actual) {
        List<String> parts = Arrays.asList(actual.split("/", -1));
        return IntStream.range(0, parts.size())
                .mapToObj(from -> String.join("/", parts.subList(from, parts.size())))
                .anyMatch(suffix -> variables.match(expected, suffix));
    }

    private static String comparable(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("content-type")) {
            return value.split(";")[0].strip().toLowerCase(Locale.ROOT);
        }
        return SETS.contains(lower)
                ? Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .sorted()
                        .collect(Collectors.joining(", "))
                : value;
    }
}
