package org.egcg.reporting.web.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.client.folder.ImportTarget;
import org.egcg.reporting.ejb.ReportingReader;
import org.egcg.reporting.ejb.ReportingWriter;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.query.WhereText;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.store.Documents;

/** The documents of this service, read and written as the user who asks. Threads may share one. */
@ApplicationScoped
public class OwnDocuments implements ImportTarget {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int IDS = 500;

    /** Resources of which the documents name their run. */
    private static final Set<String> OF_THE_RUN = Set.of("run_elements", "unexpected_barcodes", "lanes", "runs");

    @Inject
    private ReportingReader reader;

    @Inject
    private ReportingWriter writer;

    @Override
    public void each(String runId, String resource, String idField, Collection<String> ids, Consumer<JsonNode> taker) {
        if (OF_THE_RUN.contains(resource)) {
            find(resource, new BsonDocument("run_id", new BsonString(runId)))
                    .forEach(found -> taker.accept(node(found)));
            return;
        }
        List<BsonString> names = ids.stream().map(BsonString::new).toList();
        for (int from = 0; from < names.size(); from += IDS) {
            BsonArray some = new BsonArray(names.subList(from, Math.min(from + IDS, names.size())));
            find(resource, new BsonDocument(idField, new BsonDocument("$in", some)))
                    .forEach(found -> taker.accept(node(found)));
        }
    }

    private List<BsonDocument> find(String resource, BsonDocument filter) {
        Schema schema = reader.schema(resource);
        Where where = WhereText.parse(schema, JsonWriter.text(filter));
        List<BsonDocument> all = new ArrayList<>();
        try (Documents found = reader.all(schema, ReadRequest.everything().matching(where))) {
            found.forEachRemaining(all::add);
        }
        return all;
    }

    @Override
    public void post(String resource, List<JsonNode> documents) {
        BsonArray body =
                new BsonArray(documents.stream().map(OwnDocuments::value).toList());
        if (writer.insert(reader.schema(resource), body) instanceof Written.InsertRefused refused) {
            throw refused(resource, refused.issues());
        }
    }

    private static Conflict refused(String resource, List<Optional<BsonDocument>> issues) {
        String first = issues.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(JsonWriter::text)
                .orElse("");
        return new Conflict("A document of %s was refused, and the run is not stored: %s".formatted(resource, first));
    }

    @Override
    public void patch(String resource, ObjectNode changes, String idField, String id) {
        Schema schema = reader.schema(resource);
        for (BsonDocument stored : find(resource, new BsonDocument(idField, new BsonString(id)))) {
            Written written = writer.patch(schema, stored.getObjectId("_id").getValue(), etag(stored), value(changes));
            if (written instanceof Written.ChangeRefused refused) {
                throw refused(resource, List.of(Optional.of(refused.issues())));
            }
        }
    }

    @Override
    public void remove(String resource, String idField, String id) {
        Schema schema = reader.schema(resource);
        find(resource, new BsonDocument(idField, new BsonString(id)))
                .forEach(stored ->
                        writer.delete(schema, stored.getObjectId("_id").getValue(), etag(stored)));
    }

    private static Optional<String> etag(BsonDocument stored) {
        return Optional.of(stored.getString("_etag").getValue());
    }

    private static JsonNode node(BsonDocument document) {
        try {
            return MAPPER.readTree(JsonWriter.text(document));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a document is JSON", impossible);
        }
    }

    private static BsonValue value(JsonNode document) {
        return JsonReader.read(document.toString());
    }
}
