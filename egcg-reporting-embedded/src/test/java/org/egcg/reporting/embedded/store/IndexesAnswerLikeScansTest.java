package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** The same changes and questions go to a collection with indexes and to one without. */
class IndexesAnswerLikeScansTest {
    private final Random random = new Random(20260101);

    @Test
    void everyQueryFindsTheSameDocumentsWithAndWithoutIndexes() {
        try (EmbeddedStore store = EmbeddedStore.inMemory();
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> plain = client.getDatabase("reporting").getCollection("plain");
            MongoCollection<Document> indexed = client.getDatabase("reporting").getCollection("indexed");
            List.of("run", "lane", "tags", "parts.name", "any")
                    .forEach(field -> indexed.createIndex(new Document(field, 1)));
            indexed.createIndex(new Document("run", 1).append("lane", 1));
            indexed.createIndex(new Document("lane", 1).append("_id", 1));
            indexed.createIndex(new Document("run", 1).append("tags", 1).append("_id", 1));
            indexed.createIndex(
                    new Document("name", 1), new IndexOptions().unique(true).sparse(true));
            for (int round = 0; round < 600; round++) {
                change(round, plain, indexed);
                Document query = query(2);
                assertThat(found(indexed, query)).as("%s", query).isEqualTo(found(plain, query));
                assertThat(indexed.countDocuments(query))
                        .isEqualTo(found(plain, query).size());
                Slice slice = slice();
                assertThat(found(indexed, query, slice))
                        .as("%s of %s", slice, query)
                        .isEqualTo(found(plain, query, slice));
            }
        }
    }

    private void change(int round, MongoCollection<Document> plain, MongoCollection<Document> indexed) {
        if (round < 200 || random.nextInt(4) == 0) {
            Document element = element(round);
            plain.insertOne(element);
            indexed.insertOne(element);
        } else {
            Document one = new Document("_id", random.nextInt(round));
            Document update = new Document("$set", new Document("run", run()).append("tags", tags()));
            if (random.nextInt(10) == 0) {
                Document query = query(1);
                plain.updateMany(query, update);
                indexed.updateMany(query, update);
            } else if (random.nextBoolean()) {
                plain.deleteOne(one);
                indexed.deleteOne(one);
            } else {
                plain.updateOne(one, update);
                indexed.updateOne(one, update);
            }
        }
    }

    private Document element(int number) {
        Document element = new Document("_id", number);
        if (random.nextInt(5) > 0) {
            element.append("run", run());
        }
        if (random.nextInt(5) > 0) {
            element.append("lane", lane()).append("name", "element " + number);
        }
        if (random.nextInt(3) > 0) {
            element.append("tags", tags());
        }
        if (random.nextInt(3) > 0) {
            element.append("any", anything());
        }
        return element.append(
                "parts", tags().stream().map(tag -> new Document("name", tag)).toList());
    }

    private Document query(int depth) {
        return switch (random.nextInt(depth > 0 ? 19 : 15)) {
            case 0 -> new Document("run", run());
            case 1 -> new Document("run", run()).append("lane", lane());
            case 2 ->
                new Document("run", new Document("$in", Arrays.asList(run(), run())))
                        .append("lane", new Document("$gte", 3));
            case 3 -> new Document("tags", "tag " + random.nextInt(4));
            case 4 -> new Document("parts.name", "tag " + random.nextInt(4));
            case 5 -> new Document("name", new Document("$eq", "element " + random.nextInt(1_000)));
            case 6 -> new Document("_id", random.nextInt(1_000)).append("run", run());
            case 7 -> new Document("run", null);
            case 8 -> new Document("run", new Document("$gte", run()).append("$lt", run()));
            case 9 -> new Document("lane", new Document("$gt", lane()));
            case 10 -> new Document("name", new Document("$lte", "element " + random.nextInt(1_000)));
            case 11 -> new Document(one(), new Document(random.nextBoolean() ? "$in" : "$nin", many()));
            case 12 -> new Document(one(), new Document("$not", new Document("$in", many())));
            case 13 -> new Document("any", new Document("$gte", anything()).append("$lte", anything()));
            case 14 -> new Document("any", random.nextBoolean() ? anything() : new Document("$lt", anything()));
            case 15 -> new Document("$and", List.of(query(depth - 1), query(depth - 1)));
            case 16 -> new Document("$or", List.of(query(depth - 1), query(depth - 1)));
            case 17 ->
                new Document(
                        random.nextBoolean() ? "$or" : "$nor",
                        random.ints(12).mapToObj(any -> query(0)).toList());
            default -> new Document("$or", List.of(query(0), query(0))).append("lane", new Document("$ne", lane()));
        };
    }

    private String one() {
        return List.of("run", "lane", "tags", "parts.name", "parts", "name", "_id", "any")
                .get(random.nextInt(8));
    }

    /** More than can be gone through, some of them null, a list or an object. */
    private List<Object> many() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(
                    switch (random.nextInt(8)) {
                        case 0 -> lane();
                        case 1 -> random.nextInt(10) > 0 ? run() : null;
                        case 2 -> tags();
                        case 3 -> new Document("name", "tag 1");
                        case 4 -> random.nextInt(300);
                        case 5 -> "element " + random.nextInt(300);
                        default -> "tag " + random.nextInt(4);
                    });
        }
        return many;
    }

    /** Of many types, some with numbers that the store takes for the same though they are not. */
    private Object anything() {
        int number = random.nextInt(4);
        return switch (random.nextInt(40)) {
            case 0 -> (1L << 53) + number;
            case 1 -> 3e9 + number / 4.0;
            case 2 -> 3_000_000_000L + number;
            case 3 -> number % 2 == 0 ? 0.0 : -0.0;
            case 4 -> new BsonDateTime(number);
            case 5 -> new ObjectId(number, number);
            case 6 -> number % 2 == 0;
            case 7 -> new Binary(new byte[] {(byte) number});
            case 8 -> new Decimal128(number);
            case 9 -> Double.NaN;
            case 10 -> new MinKey();
            case 11 -> new Document("name", number);
            case 12 -> "text " + number;
            default -> number / 2.0;
        };
    }

    private String run() {
        return "run " + random.nextInt(5);
    }

    private Number lane() {
        int lane = 1 + random.nextInt(8);
        return random.nextBoolean() ? lane : (Number) (double) lane;
    }

    private List<String> tags() {
        return random.ints(random.nextInt(3), 0, 4)
                .mapToObj(tag -> "tag " + tag)
                .toList();
    }

    private static List<Document> found(MongoCollection<Document> collection, Document query) {
        return collection.find(query).into(new ArrayList<>());
    }

    private record Slice(Document order, int skip, int limit) {}

    private Slice slice() {
        int direction = random.nextInt(3) > 0 ? -1 : 1;
        Document order = random.nextInt(4) > 0
                ? new Document("_id", direction)
                : new Document(random.nextBoolean() ? "lane" : "any", direction).append("_id", 1);
        return new Slice(order, random.nextInt(3) * random.nextInt(10), random.nextInt(3) * random.nextInt(20));
    }

    private static List<Document> found(MongoCollection<Document> collection, Document query, Slice slice) {
        return collection
                .find(query)
                .sort(slice.order())
                .skip(slice.skip())
                .limit(slice.limit())
                .into(new ArrayList<>());
    }
}
