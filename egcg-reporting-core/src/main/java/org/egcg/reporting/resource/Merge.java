package org.egcg.reporting.resource;

import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;

/** Changes laid over a document: objects merge, everything else replaces. */
final class Merge {

    private Merge() {}

    static BsonDocument over(BsonDocument stored, BsonDocument changes) {
        BsonDocument merged = Bson.copy(stored);
        for (Map.Entry<String, BsonValue> change : changes.entrySet()) {
            BsonValue old = merged.get(change.getKey());
            BsonValue value = change.getValue();
            boolean objects = old != null && old.isDocument() && value.isDocument();
            merged.put(change.getKey(), objects ? over(old.asDocument(), value.asDocument()) : value);
        }
        return merged;
    }
}
