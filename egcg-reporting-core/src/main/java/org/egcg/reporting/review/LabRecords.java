package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.resource.ResourceReader;
import org.egcg.reporting.resource.ResourceWriter;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.trail.TrailEntry;

/** The documents that reviews read, and those that they write. */
final class LabRecords {

    private static final int NAMES_PER_QUERY = 200;

    private final Schemas schemas;
    private final ResourceReader reader;
    private final ResourceWriter writer;

    LabRecords(Schemas schemas, ResourceReader reader, ResourceWriter writer) {
        this.schemas = schemas;
        this.reader = reader;
        this.writer = writer;
    }

    private Schema schema(String resource) {
        return schemas.named(resource).orElseThrow(() -> new NotFound("no resource is named " + resource));
    }

    List<BsonDocument> named(String resource, String field, String id) {
        return reader.find(schema(resource), new BsonDocument(field, new BsonString(id)));
    }

    /** The documents of several names, asked for together. */
    List<BsonDocument> named(String resource, String field, List<String> ids) {
        List<BsonDocument> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += NAMES_PER_QUERY) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + NAMES_PER_QUERY));
            BsonArray names = new BsonArray(some.stream().map(BsonString::new).toList());
            found.addAll(reader.find(schema(resource), new BsonDocument(field, new BsonDocument("$in", names))));
        }
        return found;
    }

    Optional<BsonDocument> sample(String sampleId) {
        return named("samples", "sample_id", sampleId).stream().findFirst();
    }

    /** How many run elements there are of a sample, by any of its names. */
    long runElements(Set<String> sampleIds) {
        BsonArray names = new BsonArray(sampleIds.stream().map(BsonString::new).toList());
        return reader.count(schema("run_elements"), new BsonDocument("sample_id", new BsonDocument("$in", names)));
    }

    void note(String resource, Map<ObjectId, BsonDocument> changes) {
        writer.amend(schema(resource), changes);
    }

    /** @param versions of some of them: the etags that they must still have, or nothing is changed */
    void note(String resource, Map<ObjectId, BsonDocument> changes, Map<ObjectId, String> versions) {
        writer.amend(schema(resource), changes, versions);
    }

    void takeBack(String resource, List<TrailEntry> changes) {
        writer.takeBack(schema(resource), changes);
    }

    Written insertAction(BsonDocument action) {
        return writer.insert(schema("actions"), action);
    }
}
