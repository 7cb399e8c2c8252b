package org.egcg.reporting.aggregation;

import java.util.List;
import org.bson.BsonDocument;

/** Which stored documents a recomputation looks at. Immutable. */
public record RecomputationScope(String name, List<String> resources, BsonDocument filter) {

    public RecomputationScope {
        resources = List.copyOf(resources);
    }

    /** Every document that adds up to something. */
    static RecomputationScope everything(Relations relations) {
        return new RecomputationScope(
                "everything", relations.all().stream().map(Relation::resource).toList(), new BsonDocument());
    }

    /** Every document of one resource. */
    static RecomputationScope resource(String resource) {
        return new RecomputationScope(resource, List.of(resource), new BsonDocument());
    }

    /** The documents of a resource that match a filter. */
    static RecomputationScope matching(String resource, BsonDocument filter) {
        return new RecomputationScope(resource + " " + filter.toJson(), List.of(resource), filter);
    }

    /** Whether it is worth remembering how far one has got. */
    boolean isWide() {
        return filter.isEmpty();
    }
}
