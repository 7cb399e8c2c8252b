package org.egcg.reporting.embedded.lims;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.egcg.reporting.embedded.access.Password;
import org.egcg.reporting.internal.files.PrivateFiles;
import org.postgresql.util.PasswordUtil;

/**
 * Starts a PostgreSQL that lets no client in without a password: on the loopback address, for two accounts by name, without
 * a socket in the file system. The superuser's password is new at each start and set before the server listens, so that
 * it is closed from the first moment, also over a data directory of an earlier version that was open to all.
 */
final class ClosedPostgres {

    static final String SUPERUSER = "postgres";
    static final String READER = "lims_reader";

    private static final Duration START = Duration.ofSeconds(60);
    static final String SCRAM = "scram-sha-256";
    private static final String WHO_MAY_ENTER =
            "host postgres " + SUPERUSER + "," + READER + " 127.0.0.1/32 " + SCRAM + "\n";

    /**
     * Names the directory in which the library looks for what earlier runs have left, to stop and remove it. By default
     * that is one in which any account may lay out what is to be stopped and removed.
     */
    private static final String LEFTOVERS = "ot.epg.working-dir";

    private ClosedPostgres() {}

    /** Starts it with what the directory holds. The superuser's password is with the server that is returned. */
    static EmbeddedPostgres start(Path directory) throws IOException {
        PostgresPrograms programs = new PostgresPrograms(PrivateFiles.directory(directory.resolve("programs")));
        Password password = Password.random();
        try {
            return builder(PrivateFiles.directory(directory.resolve("leftovers")))
                    .setPgBinaryResolver(programs)
                    .setOverrideWorkingDirectory(programs.directory().toFile())
                    .setDataDirectory(directory.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setDataDirectoryCustomizer(data -> close(data.toPath(), programs, password))
                    .setConnectConfig("password", password.value())
                    .setConnectConfig("requireAuth", SCRAM)
                    .setPGStartupWait(START)
                    .start();
        } catch (UncheckedIOException unprepared) {
            throw unprepared.getCause();
        } finally {
            PrivateFiles.directory(programs.directory());
        }
    }

    private static synchronized EmbeddedPostgres.Builder builder(Path leftovers) {
        String before = System.getProperty(LEFTOVERS);
        // The library reads the property when a builder is made, and takes no argument in its place.
        System.setProperty(LEFTOVERS, leftovers.toString());
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("password_encryption", SCRAM)
                    .setServerConfig("authentication_timeout", "5s")
                    .setServerConfig("shared_buffers", "32MB")
                    .setServerConfig("max_connections", "50");
        } finally {
            if (before == null) {
                System.clearProperty(LEFTOVERS);
            } else {
                System.setProperty(LEFTOVERS, before);
            }
        }
    }

    /** Called when the data directory is there, and before the server is. */
    private static void close(Path data, PostgresPrograms programs, Password password) {
        try {
            PrivateFiles.directory(data);
            PrivateFiles.file(data.resolve("epg-lock"));
            PrivateFiles.write(data.resolve("pg_hba.conf"), WHO_MAY_ENTER);
            PrivateFiles.write(data.resolve("postgresql.auto.conf"), "");
            programs.runAlone(data, "ALTER ROLE " + SUPERUSER + " LOGIN PASSWORD '" + verifier(password) + "'\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What the database keeps of a password: enough to check it, too little to log in with. */
    static String verifier(Password password) {
        return PasswordUtil.encodeScramSha256(password.value().toCharArray());
    }
}
