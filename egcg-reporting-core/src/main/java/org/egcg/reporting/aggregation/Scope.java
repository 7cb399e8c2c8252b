package org.egcg.reporting.aggregation;

import java.util.List;
import org.bson.BsonDocument;

/** Which stored documents a recomputation looks at. Immutable. */
public record Scope(String name, List<String> resources, BsonDocument filter) {

    public Scope {
        resources = List.copyOf(resources);
    }

    /** Every document that adds up to something. */
    static Scope everything(Relations relations) {
        return new Scope(
                "everything", relations.all().stream().map(Relation::resource).toList(), new BsonDocument());
    }

    /** Every document of one resource. */
    static Scope resource(String resource) {
        return new Scope(resource, List.of(resource), new BsonDocument());
    }

    /** The documents of a resource that match a filter. */
    static Scope matching(String resource, BsonDocument filter) {
        return new Scope(resource + " " + filter.toJson(), List.of(resource), filter);
    }

    /** Whether it is worth remembering how far one has got. */
    boolean isWide() {
        return filter.isEmpty();
    }
}
