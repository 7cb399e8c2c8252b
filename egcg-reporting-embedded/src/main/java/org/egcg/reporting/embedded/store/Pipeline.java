package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pipeline whose selection, order and slice stand in front: they are asked of the collection, by its indexes, and only
 * what they leave is computed. What is put in order or together later on takes memory, which is accounted.
 */
final class Pipeline {

    private static final Set<String> ELSEWHERE =
            Set.of("$out", "$merge", "$changeStream", "$indexStats", "$facet", "$geoNear", "$graphLookup");
    private static final Set<String> COLLECTING = Set.of("$sort", "$group");

    private final List<Document> selections = new ArrayList<>();
    private final List<Document> rest = new ArrayList<>();
    private Document order;
    private int skip;
    private int limit;

    private Pipeline(List<Document> stages) {
        boolean leading = true;
        for (Document stage : stages) {
            leading = leading && lead(stage);
            if (!leading) {
                rest.add(stage);
            }
        }
    }

    /** Empty if the command asks for something else, or in a way that is not known here. */
    static Optional<Pipeline> in(Document command) {
        if (!(command.get("pipeline") instanceof List<?> stages)
                || !stages.stream().allMatch(Pipeline::isKnown)) {
            return Optional.empty();
        }
        return Optional.of(
                new Pipeline(stages.stream().map(Document.class::cast).toList()));
    }

    private static boolean isKnown(Object stage) {
        return stage instanceof Document known
                && known.size() == 1
                && !ELSEWHERE.contains(known.keySet().iterator().next());
    }

    /** Whether the stage could as well be part of a question to the collection, behind those that are already. */
    private boolean lead(Document stage) {
        boolean sliced = skip > 0 || limit > 0;
        if (stage.get("$match") instanceof Document selection && !sliced) {
            return selections.add(selection);
        } else if (stage.get("$sort") instanceof Document sort && !sliced && order == null) {
            order = sort;
            return true;
        } else if (stage.get("$skip") instanceof Number number && !sliced) {
            skip = Math.toIntExact(Math.min(number.longValue(), Integer.MAX_VALUE));
            return true;
        } else if (stage.get("$limit") instanceof Number number && limit == 0) {
            limit = Math.toIntExact(Math.min(number.longValue(), Integer.MAX_VALUE));
            return limit > 0;
        }
        return false;
    }

    private Document query() {
        return selections.size() == 1 ? selections.get(0) : all();
    }

    private Document all() {
        return selections.isEmpty() ? new Document() : new Document("$and", List.copyOf(selections));
    }

    /** What it answers, computed as it is consumed. */
    Stream<Document> of(IndexedCollection collection, MongoDatabase database, DatabaseResolver databases, Oplog oplog) {
        Aggregation aggregation =
                Aggregation.fromPipeline(rest, databases, database, (MongoCollection<?>) collection, oplog);
        Effort effort = Effort.current();
        Stream<Document> stream = collection.stream(query(), order, skip, limit);
        for (AggregationStage stage : aggregation.getStages()) {
            stream = stage.apply(COLLECTING.contains(stage.name()) ? accounted(stream, effort, stage) : stream);
        }
        return stream;
    }

    /** Groups keep parts of documents, orders keep all of each. */
    private static Stream<Document> accounted(Stream<Document> stream, Effort effort, AggregationStage stage) {
        int share = stage.name().equals("$group") ? 4 : 1;
        return stream.peek(document -> effort.hold(DocumentType.memory(document) / share));
    }
}
