package org.egcg.reporting.schema.internal;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/**
 * What only the store can know. The validator asks each question once per request for a resource and field, with all
 * values of the request together, never with an empty collection.
 */
public interface Lookup {

    /** Those of the values that some document of the resource holds in the field. */
    Set<BsonValue> existing(String resource, String field, Collection<BsonValue> values);

    /** Those of the values that some document of the resource other than {@code except} holds in the field. */
    Set<BsonValue> taken(String resource, String field, Collection<BsonValue> values, Optional<ObjectId> except);
}
