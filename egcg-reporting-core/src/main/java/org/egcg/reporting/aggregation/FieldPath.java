package org.egcg.reporting.aggregation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;

/** A dotted way into nested objects. Where it leads nowhere, or through something that is no object, stands null. */
public record FieldPath(List<String> segments) {

    public FieldPath {
        segments = List.copyOf(segments);
    }

    /** For example {@code mapping_metrics.mapped_reads}. */
    public static FieldPath of(String dotted) {
        return new FieldPath(Arrays.asList(dotted.split("\\.")));
    }

    /** The value there; null where there is none. */
    public BsonValue in(BsonDocument document) {
        return Bson.at(document, segments);
    }

    /** A document that has what another one has at some paths, and nothing else; values are shared. */
    public static BsonDocument only(Collection<FieldPath> paths, BsonDocument document) {
        BsonDocument some = new BsonDocument();
        for (FieldPath path : paths) {
            BsonValue value = path.in(document);
            if (!value.isNull()) {
                path.put(some, value);
            }
        }
        return some;
    }

    void put(BsonDocument document, BsonValue value) {
        BsonDocument parent = document;
        for (String segment : segments.subList(0, segments.size() - 1)) {
            BsonValue child = parent.get(segment);
            if (child == null || !child.isDocument()) {
                child = new BsonDocument();
                parent.put(segment, child);
            }
            parent = child.asDocument();
        }
        parent.put(segments.get(segments.size() - 1), value);
    }

    /** Whether this is the other path, or leads on from where it ends. */
    boolean isAtOrBelow(FieldPath other) {
        return segments.size() >= other.segments.size()
                && segments.subList(0, other.segments.size()).equals(other.segments);
    }

    /** The way on from the first segment. */
    FieldPath rest() {
        return new FieldPath(segments.subList(1, segments.size()));
    }

    /** The way without the last segment. */
    FieldPath parent() {
        return new FieldPath(segments.subList(0, segments.size() - 1));
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    String head() {
        return segments.get(0);
    }

    @Override
    public String toString() {
        return String.join(".", segments);
    }
}
