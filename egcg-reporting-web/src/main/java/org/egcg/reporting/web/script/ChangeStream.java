package org.egcg.reporting.web.script;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * One browser that listens for changes. Ends after some minutes, and when the session does; the browser comes back, and is
 * asked who it is.
 */
final class ChangeStream {

    static final Duration LONGEST = Duration.ofMinutes(4);

    private final AsyncContext connection;
    private final String user;
    private final BooleanSupplier standing;
    private final Instant begun = Instant.now();

    /** @param standing whether the user is still logged in */
    ChangeStream(AsyncContext connection, String user, BooleanSupplier standing) {
        this.connection = connection;
        this.user = user;
        this.standing = standing;
    }

    String user() {
        return user;
    }

    /** Tells when the latest change was; whether the stream goes on. */
    synchronized boolean tell(long latest) {
        try {
            OutputStream out = connection.getResponse().getOutputStream();
            out.write(("data: {\"at\": " + latest + "}\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        } catch (IOException | RuntimeException gone) {
            close();
            return false;
        }
    }

    /** The same, and ends what has to end. */
    boolean beat(long latest, Instant now) {
        if (now.isAfter(begun.plus(LONGEST)) || !standing.getAsBoolean()) {
            close();
            return false;
        }
        return tell(latest);
    }

    void close() {
        try {
            connection.complete();
        } catch (IllegalStateException over) {
            // the server has ended it by itself
        }
    }
}
