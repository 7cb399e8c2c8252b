package org.egcg.reporting.web.view;

import java.util.Objects;

/**
 * A view of a table that a user has saved under a name.
 *
 * @param table the table's name
 * @param owner the id of the account whose it is; empty text if it is shared by all users
 * @param query what it says, as the pages' addresses spell it
 */
public record SavedView(String table, String owner, String name, String query) {

    private static final int LONGEST_NAME = 60;

    /** Enough for a filter by 20,000 ids. */
    private static final int LONGEST_QUERY = 500_000;

    public SavedView {
        Objects.requireNonNull(table);
        Objects.requireNonNull(owner);
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new org.egcg.reporting.error.ReportingException.Malformed(
                    "a view's name has 1 to " + LONGEST_NAME + " characters");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new org.egcg.reporting.error.ReportingException.Malformed("a view's name has no control characters");
        }
        if (query.length() > LONGEST_QUERY) {
            throw new org.egcg.reporting.error.ReportingException.Malformed("the view is too large to be saved");
        }
    }

    /** Whether all users have it. */
    public boolean shared() {
        return owner.isEmpty();
    }
}
