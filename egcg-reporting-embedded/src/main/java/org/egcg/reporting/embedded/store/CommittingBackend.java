package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only when it is in the file. Writes that arrive together share one commit: the store lets one thread
 * commit at a time, and who waited for it mostly finds his own change already stored.
 */
final class CommittingBackend extends H2Backend {
    private static final Set<String> READS = Set.of(
            "find", "getmore", "count", "aggregate", "distinct", "ismaster", "ping", "killcursors", "listcollections");

    private final Housekeeping housekeeping;

    CommittingBackend(MVStore file) {
        super(file);
        housekeeping = new Housekeeping(file);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Document answer = super.handleCommand(channel, database, command, query);
        if (!isInMemory() && !READS.contains(command.toLowerCase(Locale.ROOT))) {
            commit();
        }
        return answer;
    }

    /** A cursor that was closed gives back the memory that its pipeline has needed. */
    @Override
    protected Document handleKillCursors(Document query) {
        if (query.get("cursors") instanceof List<?> killed) {
            killed.stream().filter(Long.class::isInstance).map(Long.class::cast).forEach(this::end);
        }
        return super.handleKillCursors(query);
    }

    private void end(long id) {
        try {
            if (getCursorRegistry().getCursor(id) instanceof StreamCursor cursor) {
                cursor.close();
            }
        } catch (CursorNotFoundException ended) {
            // it came to its end before
        }
    }

    @Override
    public void close() {
        housekeeping.close();
        super.close();
    }
}
