package org.egcg.reporting.run;

import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.egcg.reporting.run.RunId.Maker;

/** The form that an institute writes. A pattern that goes astray in a name reads nothing of it. */
record OwnForm(PatternForm pattern) implements RunIdForm {

    static OwnForm of(String expression) {
        PatternForm pattern;
        try {
            pattern = PatternForm.of(Maker.OWN, expression, false);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("is no regular expression: " + wrong.getDescription(), wrong);
        }
        if (pattern.groups().stream().noneMatch(PatternForm.PARTS::contains)) {
            throw new IllegalArgumentException(
                    "needs at least one of the groups " + String.join(", ", new TreeSet<>(PatternForm.PARTS)));
        }
        return new OwnForm(pattern);
    }

    @Override
    public Optional<RunId> read(String name) {
        try {
            return pattern.read(name);
        } catch (StackOverflowError astray) {
            return Optional.empty();
        }
    }
}
