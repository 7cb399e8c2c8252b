package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The file of a store that is not open: benchmarks put millions of documents into it that nobody could post in time. */
public final class ClosedStore {

    private static final int AT_ONCE = 20_000;
    private static final int CACHE_IN_MEGABYTES = 64;

    private ClosedStore() {}

    /** @param collection one of the database, which is there and has its indexes */
    public static void put(Path directory, String collection, Iterator<BsonDocument> documents) {
        try (MVStore file = new MVStore.Builder()
                .fileName(directory.resolve("documents.mv").toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_IN_MEGABYTES)
                .open()) {
            MVMap<Object, Document> all = file.openMap(
                    "databases." + collection,
                    new MVMap.Builder<Object, Document>()
                            .keyType(new PositionType())
                            .valueType(new DocumentType()));
            for (int put = 1; documents.hasNext(); put++) {
                Document document = (Document) value(documents.next());
                all.put(document.get("_id"), document);
                if (put % AT_ONCE == 0) {
                    file.commit();
                }
            }
            file.commit();
        }
    }

    private static Object value(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOCUMENT -> {
                Document document = new Document();
                value.asDocument().forEach((name, inner) -> document.append(name, value(inner)));
                yield document;
            }
            case ARRAY -> value.asArray().stream().map(ClosedStore::value).toList();
            case STRING -> value.asString().getValue();
            case OBJECT_ID -> new ObjectId(value.asObjectId().getValue().toByteArray());
            case DATE_TIME -> Instant.ofEpochMilli(value.asDateTime().getValue());
            default -> throw new IllegalArgumentException(value.toString());
        };
    }
}
