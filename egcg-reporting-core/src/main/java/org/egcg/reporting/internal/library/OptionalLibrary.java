package org.egcg.reporting.internal.library;

import java.util.List;
import java.util.stream.Stream;
import org.egcg.reporting.error.ReportingException.Misconfigured;

/** A library that core needs for some of what it offers, and whose artifact embedders add when they use that. */
public enum OptionalLibrary {
    /** Users in a file. */
    SQLITE("org.xerial:sqlite-jdbc", "org.sqlite.SQLiteDataSource"),
    /** Hashes of passwords. */
    PASSWORD4J("com.password4j:password4j", "com.password4j.Password"),
    /** How easily a password is guessed. */
    ZXCVBN("com.nulab-inc:zxcvbn", "com.nulabinc.zxcvbn.Zxcvbn"),
    /** Codes of six digits. */
    JAVA_OTP("com.eatthepath:java-otp", "com.eatthepath.otp.TimeBasedOneTimePasswordGenerator"),
    /** Connections to database servers. */
    HIKARI("com.zaxxer:HikariCP", "com.zaxxer.hikari.HikariDataSource"),
    /** The LIMS' database, and users in one. */
    POSTGRESQL("org.postgresql:postgresql", "org.postgresql.Driver"),
    /** The LIMS' tables as entities. */
    ECLIPSELINK(
            "org.eclipse.persistence:org.eclipse.persistence.jpa", "org.eclipse.persistence.jpa.PersistenceProvider");

    private final String artifact;
    private final String type;

    OptionalLibrary(String artifact, String type) {
        this.artifact = artifact;
        this.type = type;
    }

    /**
     * Checks that libraries are there, before a class is loaded that would fail without them.
     *
     * @param use who needs them, in the plural
     * @throws Misconfigured if some are not on the class path; the message names their artifacts
     */
    public static void require(String use, OptionalLibrary... libraries) {
        List<String> missing = Stream.of(libraries)
                .filter(library -> !library.isThere())
                .map(library -> library.artifact)
                .toList();
        if (!missing.isEmpty()) {
            throw new Misconfigured("class path", String.join(", ", missing), "missing, and " + use + " need it");
        }
    }

    private boolean isThere() {
        try {
            Class.forName(type, false, OptionalLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError missing) {
            return false;
        }
    }
}
