package org.egcg.reporting.embedded.lims;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The programs of PostgreSQL, which the library unpacks into a directory. Used for one start. */
final class PostgresPrograms implements PgBinaryResolver {

    private final Path directory;
    private Path unpacked;

    PostgresPrograms(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            byte[] archive = packed.readAllBytes();
            unpacked = directory.resolve("PG-" + digest(archive));
            return new ByteArrayInputStream(archive);
        }
    }

    /** The library names the directory after it. */
    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(archive));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs statements, one per line, in a database that no server runs for, as its owner: no client can connect meanwhile. */
    void runAlone(Path data, String statements) throws IOException {
        Process postgres =
                new ProcessBuilder(alone(data)).redirectErrorStream(true).start();
        try (OutputStream input = postgres.getOutputStream()) {
            input.write(statements.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(postgres.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (postgres.waitFor() != 0) {
                throw new IOException("PostgreSQL refuses to be prepared: " + said.strip());
            }
        } catch (InterruptedException stopped) {
            postgres.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private List<String> alone(Path data) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(unpacked.resolve("bin").resolve("postgres").toString());
        command.addAll(List.of("--single", "-D", data.toString(), "-c", "exit_on_error=on"));
        command.addAll(List.of("-c", "log_min_error_statement=panic", "postgres"));
        return command;
    }
}
