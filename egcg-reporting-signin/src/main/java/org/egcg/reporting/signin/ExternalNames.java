package org.egcg.reporting.signin;

import java.util.Optional;

/** ExternalNames of people, as others send them. */
final class ExternalNames {

    private static final int LONGEST = 255;

    private ExternalNames() {}

    /** The name if it may be a user's here; empty if it is no name at all. */
    static Optional<String> acceptable(String name) {
        boolean plain = !name.isBlank()
                && name.length() <= LONGEST
                && name.equals(name.strip())
                && name.indexOf(':') < 0
                && name.codePoints().noneMatch(ExternalNames::isStrange);
        return plain ? Optional.of(name) : Optional.empty();
    }

    /** Controls, and what makes a text look like another: signs that are not seen or turn the direction. */
    private static boolean isStrange(int sign) {
        int type = Character.getType(sign);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }
}
