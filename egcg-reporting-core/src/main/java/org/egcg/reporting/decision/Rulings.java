package org.egcg.reporting.decision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.trail.Trail;

/**
 * Reads the decisions of a time with what they were about. A decision counts if it was written, also if another has followed;
 * one that was taken back does not. Safe for threads.
 */
public final class Rulings {

    /** So many decisions are read at most, the latest ones; a lane has one for each run element. */
    public static final int MOST = 50_000;

    private static final int AT_ONCE = 1000;
    private static final String PROCESS = "aggregated.most_recent_proc.";

    private final DocumentStore store;
    private final DecisionBook book;
    private final WrittenDecisions written;
    private final Function<String, Optional<String>> model;
    private final ZoneId zone;
    private final int most;

    /**
     * @param model the model of the instrument of a run, by the run's id
     * @param zone of the facility, in whose local time decisions are dated
     */
    public Rulings(DocumentStore store, Trail trail, Function<String, Optional<String>> model, ZoneId zone) {
        this(store, trail, model, zone, MOST);
    }

    /** @param most so many decisions are read */
    Rulings(DocumentStore store, Trail trail, Function<String, Optional<String>> model, ZoneId zone, int most) {
        this.most = most;
        this.zone = zone;
        this.store = store;
        this.book = new DecisionBook(store);
        this.written = new WrittenDecisions(trail);
        this.model = model;
    }

    /**
     * The decisions of a time, the latest first.
     *
     * @param from the first moment, in the facility's local time as if it were UTC, as documents have it
     * @param to the moment behind the last
     */
    public DecisionStatistics between(Instant from, Instant to) {
        List<Decided> all =
                book.between(new BsonDateTime(from.toEpochMilli()), new BsonDateTime(to.toEpochMilli()), most + 1);
        List<Decided> decided = all.subList(0, Math.min(most, all.size()));
        Map<ObjectId, BsonDocument> stored = stored(decided);
        List<Decided> counted = written.of(decided, stored);
        Map<Decided, Ruling.Known> known = known(counted, stored);
        Map<List<Object>, List<Decided>> things = counted.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.kind(), one.about(), one.by(), one.date()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new DecisionStatistics(
                things.values().stream()
                        .map(together -> Ruling.of(together, known))
                        .sorted(Comparator.comparing(Ruling::at).reversed())
                        .toList(),
                all.size() > most ? earliest(decided) : Optional.empty());
    }

    private static Optional<Instant> earliest(List<Decided> decided) {
        return decided.stream()
                .map(one -> Instant.ofEpochMilli(one.date().getValue()))
                .min(Comparator.naturalOrder());
    }

    private Map<ObjectId, BsonDocument> stored(List<Decided> decided) {
        Map<ObjectId, BsonDocument> stored = new HashMap<>();
        for (String resource : List.of("samples", "run_elements")) {
            Set<ObjectId> ids = decided.stream()
                    .filter(one -> one.resource().equals(resource))
                    .map(Decided::document)
                    .collect(Collectors.toCollection(TreeSet::new));
            found(resource, "_id", ids.stream().map(org.bson.BsonObjectId::new).toList())
                    .forEach(document -> stored.put(document.getObjectId("_id").getValue(), document));
        }
        return stored;
    }

    private List<BsonDocument> found(String resource, String field, Collection<? extends org.bson.BsonValue> values) {
        List<org.bson.BsonValue> all = List.copyOf(values);
        List<BsonDocument> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            BsonArray some = new BsonArray(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            found.addAll(store.find(Find.in(resource)
                            .matching(new BsonDocument(field, new BsonDocument("$in", some)))
                            .only(PROJECTION))
                    .list());
        }
        return found;
    }

    private static final BsonDocument PROJECTION = projection(
            "_created",
            "sample_id",
            "run_id",
            "species_name",
            "reviewed",
            "review_comments",
            "review_date",
            "useable",
            "useable_comments",
            "useable_reviewer",
            "useable_date",
            "aggregated.run_ids",
            PROCESS + "start_date",
            PROCESS + "end_date");

    private static BsonDocument projection(String... fields) {
        BsonDocument projection = new BsonDocument();
        Stream.of(fields).forEach(field -> projection.append(field, new BsonInt32(1)));
        return projection;
    }

    private Map<Decided, Ruling.Known> known(List<Decided> decided, Map<ObjectId, BsonDocument> stored) {
        Map<String, BsonDocument> runs = named("runs", "run_id", "run_elements", decided, stored);
        Map<String, BsonDocument> samples = named("samples", "sample_id", "run_elements", decided, stored);
        Map<Decided, Ruling.Known> known = new HashMap<>();
        for (Decided one : decided) {
            BsonDocument document = stored.getOrDefault(one.document(), new BsonDocument());
            boolean sample = one.resource().equals("samples");
            BsonDocument run = runs.getOrDefault(Bson.text(document, "run_id"), new BsonDocument());
            BsonDocument about =
                    sample ? document : samples.getOrDefault(Bson.text(document, "sample_id"), new BsonDocument());
            List<String> ofRuns =
                    sample ? Bson.texts(document, "aggregated.run_ids") : List.of(Bson.text(document, "run_id"));
            known.put(
                    one,
                    new Ruling.Known(
                            ready(one, sample ? document : run, document),
                            Bson.optionalText(about, "species_name").stream().toList(),
                            ofRuns.stream()
                                    .flatMap(id -> model.apply(id).stream())
                                    .distinct()
                                    .toList()));
        }
        return known;
    }

    private Map<String, BsonDocument> named(
            String resource, String field, String of, List<Decided> decided, Map<ObjectId, BsonDocument> stored) {
        Set<String> ids = decided.stream()
                .filter(one -> one.resource().equals(of) && stored.containsKey(one.document()))
                .map(one -> Bson.text(stored.get(one.document()), field))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, BsonDocument> named = new HashMap<>();
        found(resource, field, ids.stream().map(BsonString::new).toList())
                .forEach(document -> named.put(Bson.text(document, field), document));
        return named;
    }

    /** The last moment before the decision at which work on the data ended, or began, or the document came to be. */
    private Optional<Instant> ready(Decided decided, BsonDocument worked, BsonDocument document) {
        Instant end = Instant.ofEpochMilli(decided.date().getValue());
        return Stream.of(
                        Bson.moment(worked, PROCESS + "end_date"),
                        Bson.moment(worked, PROCESS + "start_date"),
                        Bson.moment(document, "_created").map(this::local))
                .flatMap(Optional::stream)
                .filter(moment -> !moment.isAfter(end))
                .findFirst();
    }

    private Instant local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone).toInstant(ZoneOffset.UTC);
    }
}
