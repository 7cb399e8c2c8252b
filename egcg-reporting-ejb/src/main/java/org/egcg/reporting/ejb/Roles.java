package org.egcg.reporting.ejb;

/** The names of the roles, as annotations and deployment descriptors spell them. */
public final class Roles {

    /** Reads everything. */
    public static final String VIEWER = "viewer";

    /** Also writes documents and starts actions. */
    public static final String EDITOR = "editor";

    /** Also empties whole collections and administers users. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
