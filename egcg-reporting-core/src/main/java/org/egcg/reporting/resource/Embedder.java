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
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;

/**
 * Puts documents in the place of the ids that name them, a thousand documents at a time: the number of questions to
 * the store depends on the fields embedded, not on the documents. Those that are gone are left out; those that are
 * there come once each, in the order of their insertion.
 */
final class Embedder {

    private static final int AT_A_TIME = 1000;
    private static final Comparator<BsonDocument> BY_INSERTION =
            Comparator.comparing(document -> document.getObjectId("_id"));

    private final DocumentStore store;
    private final Schemas schemas;

    Embedder(DocumentStore store, Schemas schemas) {
        this.store = store;
        this.schemas = schemas;
    }

    Documents embed(Schema schema, ReadRequest request, Documents documents) {
        return request.embedding().isNone()
                ? documents
                : new Blocks(documents, block -> embedded(schema, request.embedding(), block));
    }

    private List<BsonDocument> embedded(Schema schema, Embedding embedding, List<BsonDocument> block) {
        List<BsonDocument> result = new ArrayList<>();
        for (BsonDocument document : block) {
            BsonDocument open = Bson.copy(document);
            result.add(open);
        }
        embedding.fields().forEach((field, deeper) -> schema.relation(field)
                .filter(DataRelation::embeddable)
                .ifPresent(relation -> embed(field, relation, deeper, result)));
        return result;
    }

    private void embed(String field, DataRelation relation, Embedding deeper, List<BsonDocument> documents) {
        Map<BsonValue, BsonDocument> targets = targets(relation, deeper, names(field, documents));
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

    private Map<BsonValue, BsonDocument> targets(DataRelation relation, Embedding deeper, Set<BsonValue> names) {
        Map<BsonValue, BsonDocument> byName = new HashMap<>();
        Optional<Schema> schema = schemas.named(relation.resource());
        if (names.isEmpty() || schema.isEmpty()) {
            return byName;
        }
        BsonDocument filter =
                new BsonDocument(relation.field(), new BsonDocument("$in", new BsonArray(List.copyOf(names))));
        List<BsonDocument> found =
                store.find(Find.in(relation.resource()).matching(filter)).list();
        embedded(schema.get(), deeper, found)
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

    private interface Step {
        List<BsonDocument> of(List<BsonDocument> block);
    }

    /** Documents that are worked on in blocks as they pass. */
    private static final class Blocks implements Documents {
        private final Documents source;
        private final Step step;
        private Iterator<BsonDocument> block = List.<BsonDocument>of().iterator();

        Blocks(Documents source, Step step) {
            this.source = source;
            this.step = step;
        }

        @Override
        public boolean hasNext() {
            if (!block.hasNext() && source.hasNext()) {
                List<BsonDocument> next = new ArrayList<>();
                while (next.size() < AT_A_TIME && source.hasNext()) {
                    next.add(source.next());
                }
                block = step.of(next).iterator();
            }
            return block.hasNext();
        }

        @Override
        public BsonDocument next() {
            return hasNext() ? block.next() : source.next();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
