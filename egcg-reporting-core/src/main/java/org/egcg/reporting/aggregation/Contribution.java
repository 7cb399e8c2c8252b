package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonValue;

/**
 * What one write of documents of one resource changes, and whose numbers that enters. It can be counted without reading
 * all children again as long as it is {@link #isClear()}.
 */
final class Contribution {

    private final String resource;
    private final Map<BsonValue, DocumentChange> changes = new LinkedHashMap<>();
    private final Map<AffectedDocuments, Set<DocumentChange>> byTarget = new LinkedHashMap<>();
    private volatile boolean clear = true;
    private volatile long since;

    Contribution(Relations relations, String resource, Collection<DocumentChange> changes) {
        this.resource = resource;
        for (DocumentChange change : changes) {
            this.changes.put(change.id(), change);
            change.versions()
                    .forEach(version -> relations.fedBy(resource, version).forEach(target -> byTarget.computeIfAbsent(
                                    target, none -> new LinkedHashSet<>())
                            .add(change)));
        }
    }

    /** Of a write of which is not known what it changed. */
    static Contribution unclear() {
        Contribution unclear = new Contribution(Relations.of(List.of()), "", List.of());
        unclear.blur();
        return unclear;
    }

    /** To read all children. */
    static Wish nothingKnown() {
        return new Wish(unclear(), Set.of());
    }

    String resource() {
        return resource;
    }

    Collection<BsonValue> ids() {
        return changes.keySet();
    }

    Set<AffectedDocuments> targets() {
        return byTarget.keySet();
    }

    /** Its changes to the numbers of a document that is all of these targets. */
    Wish to(Collection<AffectedDocuments> targets) {
        Set<DocumentChange> all = new LinkedHashSet<>();
        for (AffectedDocuments target : targets) {
            Set<DocumentChange> here = byTarget.get(target);
            if (here == null) {
                return nothingKnown();
            }
            all.addAll(here);
        }
        return new Wish(this, all);
    }

    /** What is to enter one document's numbers. */
    record Wish(Contribution write, Set<DocumentChange> changes) {}

    /** From now on only the stored children can tell what became of it. */
    void blur() {
        clear = false;
    }

    boolean isClear() {
        return clear;
    }

    void began(long moment) {
        since = moment;
    }

    /** When it was not yet written; see {@link WritesUnderWay}. */
    long since() {
        return since;
    }
}
