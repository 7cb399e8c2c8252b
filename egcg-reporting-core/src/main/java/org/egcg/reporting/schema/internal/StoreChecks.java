package org.egcg.reporting.schema.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.schema.DataRelation;

/** What the documents of one request leave for the store to answer, collected so that each is asked once. */
final class StoreChecks {

    private record Target(String resource, String field) {}

    private final Map<Target, Map<BsonValue, List<FieldIssues>>> references = new LinkedHashMap<>();
    private final Map<String, Map<BsonValue, List<FieldIssues>>> uniques = new LinkedHashMap<>();
    private final Map<BsonValue, FieldIssues> identifiers = new LinkedHashMap<>();

    void mustExist(DataRelation relation, BsonString value, FieldIssues place) {
        references
                .computeIfAbsent(new Target(relation.resource(), relation.field()), target -> new LinkedHashMap<>())
                .computeIfAbsent(value, places -> new ArrayList<>())
                .add(place);
    }

    void mustBeUnique(String field, BsonValue value, FieldIssues place) {
        uniques.computeIfAbsent(field, places -> new LinkedHashMap<>())
                .computeIfAbsent(value, places -> new ArrayList<>())
                .add(place);
    }

    /** Identifiers of one request must differ; whether the store has them shows when they are written. */
    void mustDiffer(BsonValue identifier, FieldIssues place) {
        if (identifiers.putIfAbsent(identifier, place) != null) {
            addNotUnique(identifier, place);
        }
    }

    void ask(Lookup lookup, String resource, Optional<ObjectId> except) {
        references.forEach((target, places) -> askForReferences(lookup, target, places));
        uniques.forEach((field, places) -> {
            Set<BsonValue> taken = lookup.taken(resource, field, places.keySet(), except);
            places.forEach((value, sharing) ->
                    sharing.stream().skip(taken.contains(value) ? 0 : 1).forEach(place -> addNotUnique(value, place)));
        });
    }

    private static void askForReferences(Lookup lookup, Target target, Map<BsonValue, List<FieldIssues>> places) {
        Set<BsonValue> existing = lookup.existing(target.resource(), target.field(), places.keySet());
        places.forEach((value, naming) -> {
            if (!existing.contains(value)) {
                naming.forEach(place -> addMissing(target.resource(), target.field(), value, place));
            }
        });
    }

    static void addMissing(String resource, String field, BsonValue value, FieldIssues place) {
        place.add(
                "data_relation",
                "value '" + PythonText.of(value) + "' must exist in resource '" + resource + "', field '" + field
                        + "'.");
    }

    private static void addNotUnique(BsonValue value, FieldIssues place) {
        place.add("unique", "value '" + PythonText.of(value) + "' is not unique");
    }
}
