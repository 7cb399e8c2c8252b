package org.egcg.reporting.security;

import org.egcg.reporting.error.ReportingException.Malformed;

/** What users may be called. */
final class UserNames {

    static final int LONGEST = 255;

    private UserNames() {}

    /** @throws Malformed if the name could not be used for a login */
    static void check(String name) {
        boolean plain = !name.isBlank()
                && name.equals(name.strip())
                && name.indexOf(':') < 0
                && name.codePoints().noneMatch(Character::isISOControl);
        if (!plain || name.length() > LONGEST) {
            throw new Malformed(
                    "a user's name has 1 to " + LONGEST + " characters, no colon, and no blank before or behind");
        }
    }

    /** What a stranger sent, fit for one line of a log. */
    static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
