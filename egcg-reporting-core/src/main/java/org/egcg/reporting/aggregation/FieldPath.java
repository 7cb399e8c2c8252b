package org.egcg.reporting.aggregation;

import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** A dotted way into nested objects. Where it leads nowhere, or through something that is no object, stands null. */
record FieldPath(List<String> segments) {

    FieldPath {
        segments = List.copyOf(segments);
    }

    static FieldPath of(String dotted) {
        return new FieldPath(Arrays.asList(dotted.split("\\.")));
    }

    BsonValue in(BsonDocument document) {
        BsonValue value = document;
        for (String segment : segments) {
            value = value.isDocument() ? value.asDocument().getOrDefault(segment, BsonNull.VALUE) : BsonNull.VALUE;
        }
        return value;
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
}
