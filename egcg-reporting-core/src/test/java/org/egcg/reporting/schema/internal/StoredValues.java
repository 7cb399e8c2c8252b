package org.egcg.reporting.schema.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/** A store small enough to stand in a test: documents by resource, and a record of what was asked. */
final class StoredValues implements Lookup {

    private final Map<String, List<BsonDocument>> documents = new HashMap<>();
    final List<String> questions = new ArrayList<>();

    StoredValues with(String resource, String json) {
        BsonDocument document = BsonDocument.parse(json);
        document.putIfAbsent("_id", new org.bson.BsonObjectId());
        documents.computeIfAbsent(resource, none -> new ArrayList<>()).add(document);
        return this;
    }

    @Override
    public Set<BsonValue> existing(String resource, String field, Collection<BsonValue> values) {
        questions.add("existing " + resource + "." + field + " x" + values.size());
        return among(resource, field, values, Optional.empty());
    }

    @Override
    public Set<BsonValue> taken(
            String resource, String field, Collection<BsonValue> values, Optional<ObjectId> except) {
        questions.add("taken " + resource + "." + field + " x" + values.size());
        return among(resource, field, values, except);
    }

    private Set<BsonValue> among(
            String resource, String field, Collection<BsonValue> values, Optional<ObjectId> except) {
        Set<BsonValue> wanted = new HashSet<>(values);
        return documents.getOrDefault(resource, List.of()).stream()
                .filter(document -> except.isEmpty()
                        || !document.getObjectId("_id").getValue().equals(except.get()))
                .map(document -> document.get(field))
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }
}
