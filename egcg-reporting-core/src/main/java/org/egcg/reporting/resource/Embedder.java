package org.egcg.reporting.resource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.Embedding;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.schema.DataRelation;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DocumentWeight;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.RequestBudget;

/**
 * Puts documents in the place of the ids that name them, a thousand documents at a time, and fewer where they name many:
 * the number of questions to the store depends on the fields embedded, not on the documents, and the request holds the
 * memory of one block. Those that are gone are left out; those that are
 * there come once each, in the order of their insertion.
 */
final class Embedder {

    private static final int AT_A_TIME = 1000;
    private static final int NAMES_AT_A_TIME = 5000;

    /** What a document takes once it is decoded, in terms of its encoded form. */
    private static final int DECODED = 4;

    private static final Comparator<BsonDocument> BY_INSERTION =
            Comparator.comparing(document -> document.getObjectId("_id"));

    private final DocumentStore store;
    private final Schemas schemas;

    Embedder(DocumentStore store, Schemas schemas) {
        this.store = store;
        this.schemas = schemas;
    }

    Documents embed(Schema schema, ReadRequest request, Documents documents) {
        return request.embedding().isNone() ? documents : new Blocks(documents, schema, request.embedding());
    }

    private List<BsonDocument> embedded(Schema schema, Embedding embedding, List<BsonDocument> block, Held held) {
        List<BsonDocument> result = new ArrayList<>();
        for (BsonDocument document : block) {
            held.more(DECODED * DocumentWeight.of(document));
            BsonDocument open = Bson.copy(document);
            result.add(open);
        }
        embedding.fields().forEach((field, deeper) -> schema.relation(field)
                .filter(DataRelation::embeddable)
                .ifPresent(relation -> embed(field, relation, deeper, result, held)));
        return result;
    }

    private void embed(String field, DataRelation relation, Embedding deeper, List<BsonDocument> documents, Held held) {
        Map<BsonValue, BsonDocument> targets = targets(relation, deeper, names(field, documents), held);
        for (BsonDocument document : documents) {
            if (document.isArray(field)) {
                document.put(field, named(document.getArray(field), targets));
            }
        }
    }

    private static Set<BsonValue> names(String field, List<BsonDocument> documents) {
        Set<BsonValue> names = new HashSet<>();
        documents.stream()
                .filter(document -> document.isArray(field))
                .forEach(document -> names.addAll(document.getArray(field)));
        return names;
    }

    private Map<BsonValue, BsonDocument> targets(
            DataRelation relation, Embedding deeper, Set<BsonValue> names, Held held) {
        Map<BsonValue, BsonDocument> byName = new HashMap<>();
        Optional<Schema> schema = schemas.named(relation.resource());
        if (names.isEmpty() || schema.isEmpty()) {
            return byName;
        }
        BsonDocument filter =
                new BsonDocument(relation.field(), new BsonDocument("$in", new BsonArray(List.copyOf(names))));
        List<BsonDocument> found = new ArrayList<>();
        try (Documents documents = store.find(Find.in(relation.resource()).matching(filter))) {
            documents.forEachRemaining(document -> {
                held.more(DocumentWeight.of(document));
                found.add(document);
            });
        }
        embedded(schema.get(), deeper, found, held)
                .forEach(target -> byName.putIfAbsent(target.get(relation.field()), target));
        return byName;
    }

    private static BsonArray named(BsonArray names, Map<BsonValue, BsonDocument> targets) {
        List<BsonDocument> found = new ArrayList<>();
        new HashSet<>(names).forEach(name -> {
            if (targets.containsKey(name)) {
                found.add(targets.get(name));
            }
        });
        found.sort(BY_INSERTION);
        return new BsonArray(found);
    }

    /** What a block takes of the request's memory, until the next one. */
    private static final class Held {
        private final RequestBudget budget = RequestBudget.current();
        private long bytes;

        void more(long more) {
            budget.hold(more);
            bytes += more;
        }

        void release() {
            budget.hold(-bytes);
            bytes = 0;
        }
    }

    /** Documents that are worked on in blocks as they pass. */
    private final class Blocks implements Documents {
        private final Documents source;
        private final Schema schema;
        private final Embedding embedding;
        private final Held held = new Held();
        private Iterator<BsonDocument> block = List.<BsonDocument>of().iterator();

        Blocks(Documents source, Schema schema, Embedding embedding) {
            this.source = source;
            this.schema = schema;
            this.embedding = embedding;
        }

        @Override
        public boolean hasNext() {
            if (!block.hasNext() && source.hasNext()) {
                held.release();
                block = embedded(schema, embedding, next(new ArrayList<>()), held)
                        .iterator();
            }
            return block.hasNext();
        }

        private List<BsonDocument> next(List<BsonDocument> block) {
            int names = 0;
            while (block.size() < AT_A_TIME && names < NAMES_AT_A_TIME && source.hasNext()) {
                BsonDocument document = source.next();
                block.add(document);
                names += embedding.fields().keySet().stream()
                        .filter(document::isArray)
                        .mapToInt(field -> document.getArray(field).size())
                        .sum();
            }
            return block;
        }

        @Override
        public BsonDocument next() {
            return hasNext() ? block.next() : source.next();
        }

        @Override
        public void close() {
            held.release();
            source.close();
        }
    }
}
