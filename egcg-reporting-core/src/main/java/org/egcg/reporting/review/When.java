package org.egcg.reporting.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * For what a limit holds: each circumstance that it names, with the values that fit. A limit that names none holds for
 * everything.
 */
public record When(Map<Circumstance, Set<String>> wanted) {

    static final When ALWAYS = new When(Map.of());

    public When {
        Map<Circumstance, Set<String>> copy = new EnumMap<>(Circumstance.class);
        wanted.forEach(
                (circumstance, values) -> copy.put(circumstance, Collections.unmodifiableSet(new TreeSet<>(values))));
        wanted = Collections.unmodifiableMap(copy);
    }

    /** The same, and one more circumstance. */
    When and(Circumstance circumstance, Set<String> values) {
        Map<Circumstance, Set<String>> more = new EnumMap<>(Circumstance.class);
        more.putAll(wanted);
        more.put(circumstance, values);
        return new When(more);
    }

    When without(Circumstance circumstance) {
        Map<Circumstance, Set<String>> less = new EnumMap<>(Circumstance.class);
        less.putAll(wanted);
        less.remove(circumstance);
        return new When(less);
    }

    /** Whether all that is said fits; what nothing is said of does not. */
    boolean holds(Circumstances circumstances) {
        return wanted.entrySet().stream().allMatch(one -> {
            Set<String> said = circumstances.of(one.getKey());
            return !said.isEmpty() && one.getValue().containsAll(said);
        });
    }

    /** The greater, the more specific; the same only for limits that name the same circumstances. */
    int specificity() {
        return wanted.keySet().stream().mapToInt(Circumstance::weight).sum();
    }

    /** Whether both name the same circumstances, and something may fit both. */
    boolean isAsSpecificAs(When other) {
        return wanted.keySet().equals(other.wanted.keySet())
                && wanted.entrySet().stream()
                        .noneMatch(one -> Collections.disjoint(one.getValue(), other.wanted.get(one.getKey())));
    }

    /** Such as {@code instrument MiSeq or MiniSeq, reads 1}; empty text for everything. */
    public String words() {
        return wanted.entrySet().stream()
                .map(one -> one.getKey().words() + " " + String.join(" or ", one.getValue()))
                .collect(Collectors.joining(", "));
    }

    BsonDocument document() {
        BsonDocument document = new BsonDocument();
        wanted.forEach((circumstance, values) -> document.append(
                circumstance.key(),
                new BsonArray(values.stream().map(BsonString::new).toList())));
        return document;
    }
}
