package org.egcg.reporting.store;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.InsertManyResult;
import com.mongodb.connection.ServerDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.internal.json.Bson;

/** Documents in a MongoDB database, or in whatever speaks its protocol: standalone, replica set or sharded cluster. */
public final class MongoStore implements DocumentStore {

    private static final System.Logger LOG = System.getLogger(MongoStore.class.getName());

    /** Counts the writes to a document; never leaves the store. */
    private static final String REVISION = "_revision";

    private static final int BATCH = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A database that ends a question in time says so; only one that does not is away. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final BsonDocument INSERTION_ORDER = new BsonDocument("_id", new BsonInt32(1));
    private static final BsonDocument WITHOUT_REVISION = new BsonDocument(REVISION, new BsonInt32(0));

    /** Stages that ask for documents and change none. */
    private static final Set<String> OF_STORED = Set.of("$match", "$sort", "$skip", "$limit");

    private final MongoClient client;
    private final MongoDatabase database;
    private final StoreAvailability availability = new StoreAvailability("store", this::isReachable);
    private final Set<Index> unique = ConcurrentHashMap.newKeySet();
    private volatile List<Index> due = List.of();

    private MongoStore(MongoClient client, String database) {
        this.client = client;
        this.database = client.getDatabase(database);
    }

    /**
     * Connects lazily: a database that is away is noticed by the first question, and asked again by the next.
     *
     * @param uri a {@code mongodb://} or {@code mongodb+srv://} connection string; what it says about time-outs wins, a read
     *     preference of its own does not: sums are made of what was written before, which a secondary may not have yet
     */
    public static MongoStore at(String uri, String database) {
        return at(uri, database, PATIENCE);
    }

    /** The same with a time of your own for each question. */
    public static MongoStore at(String uri, String database, Duration patience) {
        return new MongoStore(MongoClients.create(settings(uri, patience)), database);
    }

    static MongoClientSettings settings(String uri, Duration patience) {
        return MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(3, TimeUnit.SECONDS)
                        .readTimeout(patience.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(2, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY)
                .applicationName("egcg-reporting")
                .applyConnectionString(new ConnectionString(uri))
                .readPreference(ReadPreference.primary())
                .build();
    }

    /** A client of someone else may have been closed by him. */
    private boolean isReachable() {
        try {
            return client.getClusterDescription().getServerDescriptions().stream()
                    .anyMatch(ServerDescription::isOk);
        } catch (IllegalStateException closed) {
            return false;
        }
    }

    /** Over a client of your own, which is closed together with the store. */
    public static MongoStore over(MongoClient client, String database) {
        return new MongoStore(client, database);
    }

    @Override
    public Documents find(Find find) {
        return availability.through(() -> {
            FindIterable<RawBsonDocument> found = raw(find.collection())
                    .find(find.filter())
                    .sort(tieless(find.order()))
                    .projection(hidingRevision(find.projection()))
                    .skip(Math.toIntExact(Math.min(find.skip(), Integer.MAX_VALUE)))
                    .limit(find.limit())
                    .maxTime(millis(), TimeUnit.MILLISECONDS)
                    .comment(RequestBudget.current().name())
                    .batchSize(BATCH);
            return new CursorDocuments(found.iterator(), availability);
        });
    }

    /** How long the database may work on the next question for the request at work; 0 if there is no limit. */
    private static long millis() {
        RequestBudget budget = RequestBudget.current();
        return budget.isLimited() ? budget.remainingMillis() : 0;
    }

    private static BsonDocument tieless(BsonDocument order) {
        if (order.isEmpty()) {
            return INSERTION_ORDER;
        }
        BsonDocument tieless = order.clone();
        // MongoDB promises no order among equals; without one, a document may stand on two pages or on none.
        tieless.putIfAbsent("_id", new BsonInt32(1));
        return tieless;
    }

    private static BsonDocument hidingRevision(BsonDocument projection) {
        boolean inclusive = projection.values().stream().anyMatch(MongoStore::includes);
        if (inclusive) {
            return projection;
        }
        BsonDocument hiding = projection.clone();
        hiding.putAll(WITHOUT_REVISION);
        return hiding;
    }

    private static boolean includes(BsonValue projected) {
        return projected.isNumber() ? projected.asNumber().doubleValue() != 0 : !BsonBoolean.FALSE.equals(projected);
    }

    @Override
    public long count(String collection, BsonDocument filter) {
        return availability.through(() -> documents(collection)
                .countDocuments(
                        filter,
                        new CountOptions()
                                .maxTime(millis(), TimeUnit.MILLISECONDS)
                                .comment(RequestBudget.current().name())));
    }

    @Override
    public Documents pipeline(String collection, List<BsonDocument> stages) {
        List<BsonDocument> hiding = hidingRevisions(stages);
        return availability.through(() -> new CursorDocuments(
                raw(collection)
                        .aggregate(hiding)
                        .maxTime(millis(), TimeUnit.MILLISECONDS)
                        .comment(RequestBudget.current().name())
                        .batchSize(BATCH)
                        .iterator(),
                availability));
    }

    /** What is asked of stored documents stays in front, where indexes help it. */
    private static List<BsonDocument> hidingRevisions(List<BsonDocument> stages) {
        List<BsonDocument> hiding = new ArrayList<>(stages);
        for (int i = stages.size() - 1; i >= 0; i--) {
            if (stages.get(i).containsKey("$lookup")) {
                String as = stages.get(i).getDocument("$lookup").getString("as").getValue();
                hiding.add(i + 1, without(as + "." + REVISION));
            }
        }
        int asked = 0;
        while (asked < stages.size() && OF_STORED.containsAll(stages.get(asked).keySet())) {
            asked++;
        }
        hiding.add(asked, without(REVISION));
        return hiding;
    }

    private static BsonDocument without(String field) {
        return new BsonDocument("$project", new BsonDocument(field, new BsonInt32(0)));
    }

    @Override
    public void insert(String collection, List<BsonDocument> inserted) throws DuplicateKeyException {
        if (!due.isEmpty()) {
            createDueIndexes();
        }
        inserted.forEach(document -> document.putIfAbsent("_id", new BsonObjectId()));
        try {
            availability.within(() -> insertAll(collection, inserted));
        } catch (MongoBulkWriteException refused) {
            throw duplicateOrBug(
                    refused,
                    refused.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY));
        }
    }

    private InsertManyResult insertAll(String collection, List<BsonDocument> inserted) {
        try {
            return documents(collection).insertMany(inserted);
        } catch (MongoBulkWriteException refused) {
            takeBack(collection, inserted, refused);
            throw refused;
        }
    }

    /** An ordered bulk insert stops at the first refused document; those before it are stored. */
    private void takeBack(String collection, List<BsonDocument> inserted, MongoBulkWriteException refused) {
        int stored = refused.getWriteErrors().stream()
                .mapToInt(error -> error.getIndex())
                .min()
                .orElse(0);
        List<BsonDocument> early = inserted.subList(0, stored);
        if (!early.isEmpty()) {
            // All or nothing by hand: a MongoDB that is no replica set has no transactions. What another client has
            // found and changed meanwhile was acknowledged, and stays.
            deleteAll(collection, new BsonDocument("_id", anyOf(early, "_id")).append("_etag", anyOf(early, "_etag")));
        }
    }

    private static BsonDocument anyOf(List<BsonDocument> documents, String field) {
        BsonArray values = documents.stream()
                .map(document -> document.get(field, BsonNull.VALUE))
                .collect(Collectors.toCollection(BsonArray::new));
        return new BsonDocument("$in", values);
    }

    private static DuplicateKeyException duplicateOrBug(RuntimeException refused, boolean duplicate) {
        if (duplicate) {
            return new DuplicateKeyException(refused.getMessage(), refused);
        }
        throw refused;
    }

    @Override
    public boolean update(String collection, ObjectId id, String etag, BsonDocument set, Set<String> removed)
            throws DuplicateKeyException {
        BsonDocument change =
                new BsonDocument("$set", set).append("$inc", new BsonDocument(REVISION, new BsonInt64(1)));
        if (!removed.isEmpty()) {
            BsonDocument unset = new BsonDocument();
            removed.forEach(field -> unset.append(field, new BsonInt32(1)));
            change.append("$unset", unset);
        }
        try {
            return availability.within(() ->
                    documents(collection).updateOne(version(id, etag), change).getMatchedCount() == 1);
        } catch (MongoWriteException refused) {
            throw duplicateOrBug(refused, refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY);
        }
    }

    private static BsonDocument version(ObjectId id, String etag) {
        return new BsonDocument("_id", new BsonObjectId(id)).append("_etag", new BsonString(etag));
    }

    @Override
    public boolean delete(String collection, ObjectId id, String etag) {
        return availability.within(
                () -> documents(collection).deleteOne(version(id, etag)).getDeletedCount() == 1);
    }

    @Override
    public long deleteAll(String collection, BsonDocument filter) {
        return availability.within(
                () -> documents(collection).deleteMany(filter).getDeletedCount());
    }

    @Override
    public List<Snapshot> snapshots(String collection, BsonDocument filter) {
        return availability.within(() -> documents(collection)
                .find(filter)
                .sort(INSERTION_ORDER)
                .batchSize(BATCH)
                .map(MongoStore::snapshot)
                .into(new ArrayList<>()));
    }

    private static Snapshot snapshot(BsonDocument stored) {
        BsonDocument document = Bson.copy(stored);
        BsonValue revision = document.remove(REVISION);
        return new Snapshot(document, revision == null ? BsonNull.VALUE : revision);
    }

    private static BsonInt64 after(BsonValue revision) {
        return new BsonInt64(revision.isNumber() ? revision.asNumber().longValue() + 1 : 1);
    }

    @Override
    public boolean writeAggregated(String collection, Snapshot snapshot, BsonDocument aggregated) {
        BsonDocument unchanged =
                // BSON's null also matches a document that an earlier version wrote without a revision.
                new BsonDocument("_id", snapshot.document().get("_id")).append(REVISION, snapshot.revision());
        BsonValue etag = snapshot.document().get("_etag");
        if (etag != null) {
            // One that was deleted and stored again under the same _id counts from the start.
            unchanged.append("_etag", etag);
        }
        BsonDocument change = new BsonDocument(
                "$set", new BsonDocument("aggregated", aggregated).append(REVISION, after(snapshot.revision())));
        return availability.within(
                () -> documents(collection).updateOne(unchanged, change).getMatchedCount() == 1);
    }

    @Override
    public Optional<BsonValue> revisionAfter(Snapshot before) {
        return Optional.of(after(before.revision()));
    }

    @Override
    public void put(String collection, BsonDocument document) {
        availability.within(() -> documents(collection)
                .replaceOne(new BsonDocument("_id", document.get("_id")), document, new ReplaceOptions().upsert(true)));
    }

    @Override
    public void prepare(Collection<Index> indexes) {
        due = List.copyOf(indexes);
        createDueIndexes();
    }

    /** Documents are inserted only once the indexes that keep them unique were seen to. */
    private synchronized void createDueIndexes() {
        due.forEach(this::create);
        due = List.of();
    }

    private void create(Index index) {
        BsonDocument keys = new BsonDocument();
        index.fields().forEach(field -> keys.append(field, new BsonInt32(1)));
        IndexOptions options = new IndexOptions().unique(index.unique()).sparse(index.unique());
        try {
            availability.within(() -> documents(index.collection()).createIndex(keys, options));
            if (index.unique()) {
                unique.add(index);
            }
        } catch (ReportingException.Malformed | com.mongodb.DuplicateKeyException refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: no {1}index on {2}: {3}",
                    index.collection(),
                    index.unique() ? "unique " : "",
                    index.fields(),
                    refused.getMessage());
        }
    }

    @Override
    public boolean guards(String collection, String field) {
        return unique.contains(Index.unique(collection, field));
    }

    private MongoCollection<BsonDocument> documents(String collection) {
        return database.getCollection(collection, BsonDocument.class);
    }

    private MongoCollection<RawBsonDocument> raw(String collection) {
        return database.getCollection(collection, RawBsonDocument.class);
    }

    @Override
    public void close() {
        availability.close();
        client.close();
    }
}
