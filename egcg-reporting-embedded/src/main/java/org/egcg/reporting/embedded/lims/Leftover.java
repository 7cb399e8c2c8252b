package org.egcg.reporting.embedded.lims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL of a program that was killed: it goes on running and holds its data. */
final class Leftover {

    private static final int SECONDS = 20;

    private Leftover() {}

    /** Stops the server that the directory's own note names, if it still runs. Call it only while holding the lock. */
    static void stop(Path data) throws IOException {
        Optional<ProcessHandle> server = server(data.resolve("postmaster.pid"));
        if (server.isPresent()) {
            server.get().destroy();
            await(server.get());
        }
    }

    private static Optional<ProcessHandle> server(Path note) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        String id = Files.readAllLines(note).stream().findFirst().orElse("").strip();
        return id.matches("[0-9]{1,10}")
                ? ProcessHandle.of(Long.parseLong(id)).filter(Leftover::isPostgres)
                : Optional.empty();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static void await(ProcessHandle server) throws IOException {
        try {
            server.onExit().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (ExecutionException | TimeoutException stays) {
            throw new IOException("a PostgreSQL of an earlier run, process " + server.pid() + ", does not stop", stays);
        }
    }
}
