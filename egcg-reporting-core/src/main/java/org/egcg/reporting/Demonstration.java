package org.egcg.reporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.bson.BsonArray;
import org.egcg.reporting.embedded.ExampleDocuments;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.security.Role;

/**
 * What a new embedded store begins with, so that there is something to see: example documents, and a user if there is
 * none. His name and password are in a file of the data directory that its owner alone can read.
 */
final class Demonstration {

    private static final System.Logger LOG = System.getLogger(Demonstration.class.getName());
    private static final String USER = "demo";

    private final Reporting reporting;
    private final Path directory;

    Demonstration(Reporting reporting, Path directory) {
        this.reporting = reporting;
        this.directory = directory;
    }

    /** Whether the store is new, or its first start was interrupted. */
    static boolean isDue(Path directory) {
        return Files.notExists(directory) || Files.exists(unfinished(directory));
    }

    private static Path unfinished(Path directory) {
        return directory.resolve("example-data.unfinished");
    }

    void begin() {
        try {
            Files.writeString(unfinished(directory), "");
            ExampleDocuments.load(this::insert);
            if (reporting.users().all().isEmpty()) {
                addUser();
            }
            Files.delete(unfinished(directory));
        } catch (IOException unwritable) {
            throw new ReportingException.Misconfigured(
                    directory.toString(), "data directory", "cannot be written: " + unwritable);
        }
    }

    /** What an interrupted start has inserted already is refused, and that is all right. */
    private void insert(String resource, BsonArray documents) {
        Written written = reporting.writer().insert(reporting.schema(resource), documents);
        if (written instanceof Written.InsertRefused refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "no example {0}: {1}",
                    resource,
                    refused.issues().stream().flatMap(issues -> issues.stream()).findFirst());
        }
    }

    private void addUser() throws IOException {
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        reporting.users().add(USER, password, Role.ADMIN);
        Path file = reporting.config().dataDirectory().resolve("demo-user.txt");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, USER + " " + password + "\n", StandardCharsets.UTF_8);
    }
}
