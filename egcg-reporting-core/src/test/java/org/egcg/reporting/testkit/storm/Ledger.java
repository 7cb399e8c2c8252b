package org.egcg.reporting.testkit.storm;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * What writers sent and what they were told. May be written down line by line, so that it outlives the process; what
 * was begun and has no answer is unknown. Safe for use by several threads.
 */
public final class Ledger {

    private final Map<String, Op> begun = new ConcurrentHashMap<>();
    private final Map<String, String> etags = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Consumer<BsonDocument> journal;

    public Ledger() {
        this.journal = line -> {};
    }

    /** A ledger that is also written to a stream, each line before the next thing happens. */
    public Ledger(PrintStream journal) {
        this.journal = line -> {
            synchronized (journal) {
                journal.println(line.toJson());
                journal.flush();
            }
        };
    }

    void begin(Op op) {
        begun.put(op.id(), op);
        journal.accept(op.stored());
    }

    void done(Op op, String etag) {
        etags.put(op.id(), etag);
        journal.accept(new BsonDocument("done", new BsonString(op.id())).append("etag", new BsonString(etag)));
    }

    void refused(Op op) {
        refused.add(op.id());
        journal.accept(new BsonDocument("refused", new BsonString(op.id())));
    }

    /** Takes over a line that another ledger has written; a line cut off in the middle counts for nothing. */
    public void read(String line) {
        if (!line.startsWith("{") || !line.endsWith("}")) {
            return;
        }
        BsonDocument entry = BsonDocument.parse(line);
        if (entry.containsKey("op")) {
            Op op = Op.of(entry);
            begun.put(op.id(), op);
        } else if (entry.containsKey("done")) {
            etags.put(
                    entry.getString("done").getValue(), entry.getString("etag").getValue());
        } else if (entry.containsKey("refused")) {
            refused.add(entry.getString("refused").getValue());
        }
    }

    Collection<Op> all() {
        return begun.values();
    }

    Optional<String> etag(Op op) {
        return Optional.ofNullable(etags.get(op.id()));
    }

    boolean isRefused(Op op) {
        return refused.contains(op.id());
    }

    boolean isUnknown(Op op) {
        return !etags.containsKey(op.id()) && !isRefused(op);
    }

    public int acknowledged() {
        return etags.size();
    }

    public int refusals() {
        return refused.size();
    }

    public int unknown() {
        return begun.size() - etags.size() - refused.size();
    }

    @Override
    public String toString() {
        return acknowledged() + " writes acknowledged, " + refusals() + " refused, " + unknown() + " unanswered";
    }
}
