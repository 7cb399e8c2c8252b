package org.egcg.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.internal.files.PrivateFiles;

/**
 * Closes what earlier versions, or other programs, have left readable for all users of the machine: the data directory and
 * what the service keeps in it, and a user database elsewhere. What is made anew is closed by the class that makes it.
 */
final class OwnFiles {

    private static final System.Logger LOG = System.getLogger(OwnFiles.class.getName());

    /** In the data directory; what else may be there is not the service's. */
    private static final List<String> KEPT = List.of("token.key", "store", "store/documents.mv", "lims");

    /** SQLite's, beside the file itself. */
    private static final List<String> PARTS_OF_USERS = List.of("", "-journal", "-wal", "-shm");

    private OwnFiles() {}

    /** The data directory, once it and what is in it are closed to others. */
    static Path closed(ReportingConfig config) {
        close(config);
        return config.dataDirectory();
    }

    /** Says which of them cannot be closed, and which configuration file all users of the machine can read passwords in. */
    static void close(ReportingConfig config) {
        Path data = real(config.dataDirectory());
        there(Stream.of(data)).forEach(PrivateFiles::close);
        there(KEPT.stream().map(data::resolve)).forEach(PrivateFiles::close);
        there(users(config)).forEach(file -> {
            if (real(file).startsWith(data)) {
                PrivateFiles.close(file);
            } else {
                PrivateFiles.closeToStrangers(file);
            }
        });
        warnOfPasswords(config);
    }

    private static Stream<Path> there(Stream<Path> paths) {
        return paths.filter(Files::exists);
    }

    /** A data directory may be named by a link. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path;
        }
    }

    private static Stream<Path> users(ReportingConfig config) {
        String file = config.login().userDb();
        return file.startsWith("jdbc:")
                ? Stream.empty()
                : PARTS_OF_USERS.stream().map(part -> Path.of(file + part));
    }

    private static void warnOfPasswords(ReportingConfig config) {
        try {
            Path file = Path.of(config.source());
            if (hasPasswords(config) && Files.exists(file) && PrivateFiles.isReadByStrangers(file)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} holds passwords, and every user of this machine can read it",
                        file);
            }
        } catch (IOException unknown) {
            LOG.log(System.Logger.Level.DEBUG, "whether strangers can read the configuration is not known", unknown);
        }
    }

    private static boolean hasPasswords(ReportingConfig config) {
        return Stream.of(
                        config.store().connectionString().filter(uri -> uri.value()
                                .contains("@")),
                        config.lims().database(),
                        config.clarity(),
                        config.login().key())
                .anyMatch(Optional::isPresent);
    }
}
