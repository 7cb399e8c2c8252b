package org.egcg.reporting.web.script;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.bson.BsonDocument;
import org.egcg.reporting.json.JsonWriter;

/**
 * One browser that listens for changes. Ends after some minutes, and when the session does; the browser comes back, and is
 * asked who it is.
 */
final class ChangeStream {

    static final Duration LONGEST = Duration.ofMinutes(4);

    private final AsyncContext connection;
    private final String user;
    private final boolean ofMainPage;
    private final BooleanSupplier standing;
    private final Instant begun = Instant.now();

    /**
     * @param ofMainPage whether it wants to be told besides what the main page says
     * @param standing whether the user is still logged in
     */
    ChangeStream(AsyncContext connection, String user, boolean ofMainPage, BooleanSupplier standing) {
        this.connection = connection;
        this.user = user;
        this.ofMainPage = ofMainPage;
        this.standing = standing;
    }

    String user() {
        return user;
    }

    boolean isOfMainPage() {
        return ofMainPage;
    }

    /** Tells what is news; whether the stream goes on. */
    synchronized boolean tell(BsonDocument news) {
        try {
            OutputStream out = connection.getResponse().getOutputStream();
            out.write(("data: " + JsonWriter.text(news) + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        } catch (IOException | RuntimeException gone) {
            close();
            return false;
        }
    }

    /** The same, and ends what has to end. */
    boolean beat(BsonDocument news, Instant now) {
        if (now.isAfter(begun.plus(LONGEST)) || !standing.getAsBoolean()) {
            close();
            return false;
        }
        return tell(news);
    }

    void close() {
        try {
            connection.complete();
        } catch (IllegalStateException over) {
            // the server has ended it by itself
        }
    }
}
