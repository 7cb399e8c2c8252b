package org.egcg.reporting.security.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.internal.files.PrivateFiles;

/** The secret that signs login tokens where the configuration names none. */
public final class SigningKey {

    private static final String FILE = "token.key";

    private SigningKey() {}

    /**
     * The secret kept in a directory; made at the first call, 256 random bits, readable by the owner of the file
     * alone. Processes that start at once agree on one.
     */
    public static String in(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            PrivateFiles.make(directory);
            if (Files.notExists(file)) {
                make(file);
            }
            PrivateFiles.close(file);
            return Files.readString(file).strip();
        } catch (IOException unwritable) {
            throw new Misconfigured(file.toString(), "rest_app.key", "cannot be kept: " + unwritable);
        }
    }

    /** The file appears whole or not at all: it is written under another name first, readable for this account alone. */
    private static void make(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(file.getParent(), FILE, ".new");
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(random));
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeByAnother) {
            // theirs is as good
        } finally {
            Files.delete(draft);
        }
    }
}
