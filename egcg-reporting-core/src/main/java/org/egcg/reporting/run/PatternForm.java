package org.egcg.reporting.run;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.egcg.reporting.run.RunId.Maker;

/**
 * A form given by a regular expression, whose groups are named after what they hold.
 *
 * @param isDated whether a name whose date is none is of another form
 */
record PatternForm(Maker maker, Pattern pattern, Set<String> groups, boolean isDated) implements RunIdForm {

    static final String DATE = "date";
    static final Set<String> PARTS = Set.of(DATE, "instrument", "number", "side", "flowcell");
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
    private static final int MOST_DIGITS = 18;

    static PatternForm of(Maker maker, String expression, boolean isDated) {
        Set<String> groups = GROUP.matcher(expression)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return new PatternForm(maker, Pattern.compile(expression), groups, isDated);
    }

    @Override
    public Optional<RunId> read(String name) {
        Matcher parts = pattern.matcher(name);
        return parts.matches() ? Optional.of(read(name, parts)).filter(this::holds) : Optional.empty();
    }

    private boolean holds(RunId read) {
        return !isDated || read.date().isPresent();
    }

    private RunId read(String name, Matcher parts) {
        return new RunId(
                name,
                maker,
                part(parts, DATE).flatMap(Days::of),
                part(parts, "instrument"),
                part(parts, "number").map(PatternForm::number).orElse(OptionalLong.empty()),
                part(parts, "side"),
                part(parts, "flowcell"));
    }

    private Optional<String> part(Matcher parts, String group) {
        return groups.contains(group)
                ? Optional.ofNullable(parts.group(group)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static OptionalLong number(String digits) {
        return digits.length() <= MOST_DIGITS && digits.chars().allMatch(sign -> sign >= '0' && sign <= '9')
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }
}
