package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * What the children of one document come to that are read in one go, as of a reading of all of them and of the writes
 * counted since. A write that was under way while they were read is counted if it is clear whether it was seen. For one
 * thread at a time.
 */
final class TalliedChildren {

    private enum Seen {
        YES,
        NO,
        UNCLEAR
    }

    private final GatheredChildren source;
    private final Map<String, Map<Measure, Counted>> lists = new LinkedHashMap<>();

    /** The etags of the documents that others were writing while they were read. */
    private final Map<BsonValue, BsonValue> versions = new HashMap<>();

    private final long begun;
    private long completed = Long.MAX_VALUE;

    TalliedChildren(GatheredChildren source, long begun) {
        this.source = source;
        this.begun = begun;
        source.measures().forEach((list, measures) -> {
            Map<Measure, Counted> counted = new LinkedHashMap<>();
            measures.forEach(measure -> counted.put(measure, new Counted(measure)));
            lists.put(list, counted);
        });
    }

    /** The next of all children; told whether another is writing it. */
    void add(BsonDocument child, boolean written) {
        for (Gathering list : source.lists()) {
            if (list.join().accepts(child)) {
                lists.get(list.name()).values().forEach(counted -> counted.add(child));
            }
        }
        if (written) {
            versions.put(Measure.id(child), etag(child));
        }
    }

    void complete(long moment) {
        completed = moment;
    }

    /** Counts what a write changed; false if all children have to be read to tell what comes of it. */
    boolean carry(Contribution write, Collection<DocumentChange> changes, BsonDocument parent) {
        if (!write.resource().equals(source.resource())) {
            return true;
        }
        return source.isCarriable()
                && source.isPlain(parent)
                && changes.stream().allMatch(change -> carry(write, change, parent));
    }

    private boolean carry(Contribution write, DocumentChange change, BsonDocument parent) {
        if (!change.versions().stream().allMatch(source.join()::isPlainIn)) {
            return false;
        }
        Optional<BsonDocument> before =
                change.before().filter(child -> source.join().connects(child, parent));
        Optional<BsonDocument> after =
                change.after().filter(child -> source.join().connects(child, parent));
        return switch (seen(write, change, before, after)) {
            case YES -> true;
            case UNCLEAR -> false;
            case NO -> moved(before, after);
        };
    }

    private Seen seen(
            Contribution write, DocumentChange change, Optional<BsonDocument> before, Optional<BsonDocument> after) {
        if (write.since() >= completed) {
            return Seen.NO;
        }
        BsonValue version = versions.get(change.id());
        if (version != null) {
            return seenAt(version, before, after);
        }
        if (change.before().isEmpty()) {
            return Seen.NO;
        }
        if (write.since() >= begun || before.isPresent() == after.isPresent()) {
            return Seen.UNCLEAR;
        }
        return before.isPresent() ? Seen.YES : Seen.NO;
    }

    private static Seen seenAt(BsonValue version, Optional<BsonDocument> before, Optional<BsonDocument> after) {
        if (before.filter(child -> etag(child).equals(version)).isPresent()) {
            return Seen.NO;
        }
        return after.filter(child -> etag(child).equals(version)).isPresent() ? Seen.YES : Seen.UNCLEAR;
    }

    private boolean moved(Optional<BsonDocument> before, Optional<BsonDocument> after) {
        return source.lists().stream().allMatch(list -> {
            Optional<BsonDocument> was = before.filter(list.join()::accepts);
            Optional<BsonDocument> is = after.filter(list.join()::accepts);
            return lists.get(list.name()).values().stream().allMatch(counted -> counted.change(was, is));
        });
    }

    private static BsonValue etag(BsonDocument child) {
        return child.getOrDefault("_etag", BsonNull.VALUE);
    }

    /** Puts what they come to where the lists would stand. */
    void into(BsonDocument entity) {
        lists.forEach((name, counted) ->
                entity.put(name, new TalliedList(measure -> counted.get(measure).value())));
    }

    int weight() {
        return versions.size()
                + lists.values().stream()
                        .flatMap(counted -> counted.values().stream())
                        .mapToInt(Counted::weight)
                        .sum();
    }
}
