package org.egcg.reporting.testkit;

import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.query.Query;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.resource.Receipt;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.schema.Schema;

/** Documents written and read by their business ids, in a test's few words. */
public final class Records {

    private final Reporting reporting;

    public Records(Reporting reporting) {
        this.reporting = reporting;
    }

    public Written post(String resource, String json) {
        return reporting.writer().insert(reporting.schema(resource), JsonReader.read(json));
    }

    /** Changes the document as it is now. */
    public Written patch(String resource, String id, String json) {
        return patch(receipt(resource, id), json);
    }

    /** Changes the document if it is as the receipt says. */
    public Written patch(Receipt read, String json) {
        return reporting.writer().patch(read.schema(), read.id(), Optional.of(read.etag()), JsonReader.read(json));
    }

    public Written put(String resource, String id, String json) {
        Receipt read = receipt(resource, id);
        return reporting.writer().replace(read.schema(), read.id(), Optional.of(read.etag()), JsonReader.read(json));
    }

    public void delete(String resource, String id) {
        Receipt read = receipt(resource, id);
        reporting.writer().delete(read.schema(), read.id(), Optional.of(read.etag()));
    }

    public void deleteAll(String resource) {
        reporting.writer().deleteAll(reporting.schema(resource));
    }

    public Receipt receipt(String resource, String id) {
        return new Receipt(reporting.schema(resource), one(resource, id));
    }

    /** The document of a business id. */
    public BsonDocument one(String resource, String id) {
        List<BsonDocument> found = matching(resource, id);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " " + resource + " are named " + id);
        }
        BsonDocument document = new BsonDocument();
        document.putAll(found.get(0));
        return document;
    }

    public BsonDocument aggregated(String resource, String id) {
        return one(resource, id).getDocument("aggregated");
    }

    public List<BsonDocument> matching(String resource, String id) {
        Schema schema = reporting.schema(resource);
        String field = schema.uniqueFields().stream()
                .filter(unique -> !unique.equals("_id"))
                .findFirst()
                .orElseThrow();
        Where named = Query.where("{\"" + field + "\": \"" + id + "\"}");
        return reporting
                .reader()
                .list(schema, ReadRequest.everything().matching(named))
                .list();
    }
}
