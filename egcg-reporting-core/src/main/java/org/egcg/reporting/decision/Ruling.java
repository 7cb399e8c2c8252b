package org.egcg.reporting.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision of a person, with what is known of the thing: a run element, a sample, or a lane with all its run elements.
 *
 * @param kind {@code run_elements}, {@code lanes} or {@code samples}
 * @param id of the thing
 * @param reviewed {@code pass} or {@code fail}; empty if that was not decided
 * @param useable {@code yes} or {@code no}; empty if that was not decided
 * @param at when, as documents have it: the facility's local time
 * @param ready from when on it could have been decided; empty if that is not known
 * @param species none if that is not known
 * @param instruments the models of the instruments; none if they are not known
 */
public record Ruling(
        String kind,
        String id,
        String by,
        Optional<String> reviewed,
        Optional<String> useable,
        String comment,
        Instant at,
        Optional<Instant> ready,
        Ruled ruled,
        List<String> species,
        List<String> instruments) {

    public Ruling {
        species = List.copyOf(species);
        instruments = List.copyOf(instruments);
    }

    /**
     * Of the decisions on all documents of one thing, made at once.
     *
     * @param known what each of the decisions' documents is about
     */
    static Ruling of(List<Decided> together, Map<Decided, Known> known) {
        Decided first = together.get(0);
        return new Ruling(
                first.kind(),
                first.about(),
                first.by(),
                first.reviewed(),
                first.useable(),
                first.comment(),
                Instant.ofEpochMilli(first.date().getValue()),
                together.stream()
                        .flatMap(one -> known.get(one).ready().stream())
                        .max(Comparator.naturalOrder()),
                ruled(together),
                together.stream()
                        .flatMap(one -> known.get(one).species().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                together.stream()
                        .flatMap(one -> known.get(one).instruments().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** What is known of a document that was decided on. */
    record Known(Optional<Instant> ready, List<String> species, List<String> instruments) {}

    private static Ruled ruled(List<Decided> together) {
        Map<String, RuleSaid> rules = new LinkedHashMap<>();
        together.forEach(one -> one.ruled()
                .rules()
                .forEach(rule -> rules.merge(rule.metric(), rule, (first, other) -> other.missed() ? other : first)));
        String word = together.stream()
                .map(Decided::rules)
                .filter(rule -> !rule.equals("pass"))
                .findFirst()
                .orElse("pass");
        return new Ruled(word, together.get(0).ruled().thresholds(), List.copyOf(rules.values()));
    }

    /** Whether the person let it pass, or be used where nothing was said of passing. */
    public boolean passed() {
        return reviewed.map("pass"::equals)
                .orElseGet(() -> useable.map("yes"::equals).orElse(false));
    }

    /** Whether the person decided otherwise than the rules, which had said something. */
    public boolean overruled() {
        return !ruled.word().isEmpty() && passed() != ruled.word().equals("pass");
    }

    /** The time from when it could have been decided; empty if that is not known. */
    public Optional<Duration> waited() {
        return ready.map(moment -> Duration.between(moment, at)).filter(time -> !time.isNegative());
    }
}
