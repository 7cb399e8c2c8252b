package org.egcg.reporting.admin;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;

/**
 * How stored documents changed from version to version of the original service. Each step finds what is still to be
 * changed, in the order in which it has to be, so that it finds nothing when it is repeated.
 */
final class Migrations {

    private static final String PROCS = "analysis_driver_procs";

    private static final Map<String, Function<Migrations, List<Change>>> STEPS = steps();

    private static final Duration RECENT = Duration.ofDays(365);

    private final MongoDatabase database;
    private final OrderedYields ordered;

    Migrations(MongoDatabase database, OrderedYields ordered) {
        this.database = database;
        this.ordered = ordered;
    }

    private static Map<String, Function<Migrations, List<Change>>> steps() {
        Map<String, Function<Migrations, List<Change>>> steps = new LinkedHashMap<>();
        steps.put("0.11", Migrations::stagesAreDocuments);
        steps.put("0.11.1", Migrations::deletionIsAFieldOfSamples);
        steps.put("0.16", Migrations::requirementsHaveTheirNames);
        steps.put("0.22", Migrations::sexIsValidated);
        return steps;
    }

    /** The versions that changed documents, oldest first. */
    static List<String> versions() {
        return List.copyOf(STEPS.keySet());
    }

    /** What is still to be changed for a version; stages come before the processes that name them. */
    List<Change> to(String version) {
        return STEPS.get(version).apply(this);
    }

    private Stream<BsonDocument> all(String collection) {
        return StreamSupport.stream(
                database.getCollection(collection, BsonDocument.class)
                        .find()
                        .sort(BsonDocument.parse("{_created: 1, _id: 1}"))
                        .batchSize(1000)
                        .spliterator(),
                false);
    }

    private List<Change> stagesAreDocuments() {
        return all(PROCS)
                .filter(proc -> proc.get("stages") instanceof BsonArray stages
                        && stages.stream().anyMatch(BsonValue::isDocument))
                .flatMap(Migrations::stages)
                .toList();
    }

    private static Stream<Change> stages(BsonDocument proc) {
        BsonArray ids = new BsonArray();
        List<Change> changes = new ArrayList<>();
        for (BsonValue stage : proc.getArray("stages")) {
            if (stage.isDocument()) {
                changes.add(stage(proc, stage.asDocument()));
                ids.add(changes.get(changes.size() - 1).update().get("stage_id"));
            } else {
                ids.add(stage);
            }
        }
        changes.add(change(PROCS, "proc_id", proc, new BsonDocument("$set", new BsonDocument("stages", ids))));
        return changes.stream();
    }

    private static Change stage(BsonDocument proc, BsonDocument embedded) {
        String procId = proc.getString("proc_id").getValue();
        String id = procId + "_" + embedded.getString("stage_name").getValue();
        BsonDocument document = new BsonDocument("stage_id", new BsonString(id));
        document.putAll(embedded);
        document.append("analysis_driver_proc", new BsonString(procId));
        List.of("_etag", "_created", "_updated").stream()
                .filter(proc::containsKey)
                .forEach(meta -> document.append(meta, proc.get(meta)));
        return new Change(
                "analysis_driver_stages", id, new BsonDocument("stage_id", document.get("stage_id")), document);
    }

    private List<Change> deletionIsAFieldOfSamples() {
        Map<String, BsonDocument> latest = new LinkedHashMap<>();
        all(PROCS)
                .filter(proc -> Bson.text(proc, "dataset_type").equals("sample"))
                .forEach(proc -> latest.put(Bson.text(proc, "dataset_name"), proc));
        return all("samples")
                .flatMap(sample -> deletion(sample, latest.get(Bson.text(sample, "sample_id"))))
                .toList();
    }

    private static Stream<Change> deletion(BsonDocument sample, BsonDocument proc) {
        if (proc != null && Bson.text(proc, "status").equals("deleted")) {
            return Stream.of(
                    set("samples", "sample_id", sample, "data_deleted", "all"),
                    set(PROCS, "proc_id", proc, "status", "finished"));
        }
        return sample.getOrDefault("data_deleted", BsonNull.VALUE).isNull()
                ? Stream.of(set("samples", "sample_id", sample, "data_deleted", "none"))
                : Stream.empty();
    }

    private List<Change> requirementsHaveTheirNames() {
        Map<String, String> names =
                Map.of("expected_yield", "required_yield_q30", "expected_coverage", "required_coverage");
        return all("samples")
                .flatMap(sample -> {
                    List<BsonDocument> updates = new ArrayList<>(renaming(sample, names));
                    updates.addAll(order(sample));
                    return updates.stream().map(update -> change("samples", "sample_id", sample, update));
                })
                .toList();
    }

    /** What the LIMS knows of a recent sample that says nothing of its order yet. */
    private List<BsonDocument> order(BsonDocument sample) {
        boolean recent = sample.get("_created") instanceof BsonDateTime created
                && created.getValue() > Instant.now().minus(RECENT).toEpochMilli();
        if (!recent || sample.containsKey("required_yield")) {
            return List.of();
        }
        BsonDocument set = new BsonDocument();
        ordered.of(Bson.text(sample, "sample_id")).stream()
                .filter(field -> !field.getValue().equals(sample.get(field.getKey())))
                .forEach(field -> set.append(field.getKey(), field.getValue()));
        return set.isEmpty() ? List.of() : List.of(new BsonDocument("$set", set));
    }

    private static List<BsonDocument> renaming(BsonDocument sample, Map<String, String> names) {
        BsonDocument renamed = new BsonDocument();
        names.forEach((old, name) -> {
            if (sample.containsKey(old)) {
                renamed.append(old, new BsonString(name));
            }
        });
        return renamed.isEmpty() ? List.of() : List.of(new BsonDocument("$rename", renamed));
    }

    private List<Change> sexIsValidated() {
        return all("samples")
                .filter(sample -> sample.get("gender_validation") instanceof BsonDocument)
                .map(Migrations::sex)
                .toList();
    }

    private static Change sex(BsonDocument sample) {
        BsonDocument validation = sample.getDocument("gender_validation").clone();
        Map.of("called", "called_gender", "provided", "provided_gender").forEach((name, old) -> {
            if (sample.containsKey(old)) {
                validation.append(name, sample.get(old));
            }
        });
        return change(
                "samples",
                "sample_id",
                sample,
                new BsonDocument("$set", new BsonDocument("sex_validation", validation))
                        .append(
                                "$unset",
                                BsonDocument.parse("{gender_validation: 1, called_gender: 1, provided_gender: 1}")));
    }

    private static Change set(String collection, String idField, BsonDocument document, String field, String value) {
        BsonDocument set = new BsonDocument("$set", new BsonDocument(field, new BsonString(value)));
        return change(collection, idField, document, set);
    }

    private static Change change(String collection, String idField, BsonDocument document, BsonDocument update) {
        return new Change(
                collection, Bson.text(document, idField), new BsonDocument("_id", document.get("_id")), update);
    }
}
