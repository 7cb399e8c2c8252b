package org.egcg.reporting.web.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.legacy.LegacyDocuments;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.lims.LimsAnswer;
import org.egcg.reporting.query.Paging;
import org.egcg.reporting.resource.Listing;
import org.egcg.reporting.resource.Receipt;
import org.egcg.reporting.review.Performed;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.web.rest.Links.Link;

/**
 * The envelope around documents that clients know from Eve: {@code data}, {@code _meta}, {@code _links},
 * {@code _status}, {@code _issues} and {@code _error}. Lists of documents are written while they are read; pages of other
 * failures have an {@code _error} of the same shape.
 */
final class EveJson {

    private interface Text {
        void write(JsonWriter json) throws IOException;
    }

    private final boolean pretty;

    /** @param pretty whether text is indented for human readers */
    EveJson(boolean pretty) {
        this.pretty = pretty;
    }

    private StreamingOutput text(Text text) {
        return out -> {
            try (JsonWriter json = pretty ? JsonWriter.pretty(out) : JsonWriter.compact(out)) {
                text.write(json);
            }
        };
    }

    /** What the API has to offer. */
    StreamingOutput home(List<Schema> schemas) {
        return text(json -> {
            json.startObject().name("_links").startObject().name("child").startArray();
            for (Schema schema : schemas) {
                link(json, new Link(schema.resource(), schema.resource()));
            }
            json.endArray().endObject().endObject();
        });
    }

    /** A value without an envelope. */
    StreamingOutput plain(BsonValue value) {
        return text(json -> json.value(value));
    }

    /** A page of documents; closes the listing. */
    StreamingOutput list(Schema schema, Listing listing, Links links, Paging paging) {
        return text(json -> {
            try (listing) {
                json.startObject().name("data").startArray();
                while (listing.hasNext()) {
                    document(json, schema, listing.next());
                }
                json.endArray();
                links(json, links.ofList(listing.total()));
                json.name("_meta").startObject();
                json.name("page").value(paging.page()).name("max_results").value(paging.size());
                json.name("total").value(listing.total()).endObject();
                json.endObject();
            }
        });
    }

    /** What the database has computed; closes the answer. */
    StreamingOutput report(LegacyDocuments answer, Links links) {
        return text(json -> {
            try (answer) {
                json.startObject().name("data").startArray();
                while (answer.hasNext()) {
                    json.value((BsonValue) answer.next());
                }
                json.endArray().name("_meta").startObject();
                if (answer.page().isPresent()) {
                    json.name("page").value(answer.page().getAsInt());
                    json.name("max_results").value(answer.size());
                }
                json.name("total").value(answer.total()).endObject();
                if (answer.page().isPresent()) {
                    links(json, links.ofReport(answer.page().getAsInt(), answer.size(), answer.total()));
                }
                json.endObject();
            }
        });
    }

    private static void document(JsonWriter json, Schema schema, BsonDocument document) throws IOException {
        json.startObject().members(document);
        links(json, Map.of("self", self(schema, document)));
        json.endObject();
    }

    /** One document. */
    StreamingOutput item(Schema schema, BsonDocument document, Links links) {
        return text(json -> {
            json.startObject().members(document);
            links(json, links.ofItem(self(schema, document)));
            json.endObject();
        });
    }

    /** A report of the LIMS; its items are put into shape while they are written. */
    StreamingOutput report(LimsAnswer answer) {
        return text(json -> {
            json.startObject().name("_meta").startObject();
            json.name("total").value(answer.total()).endObject();
            json.name("data").startArray();
            for (BsonDocument item : answer) {
                json.value(item);
            }
            json.endArray().endObject();
        });
    }

    /** What became of accepted documents. */
    StreamingOutput stored(List<Receipt> receipts) {
        return receipts.size() == 1
                ? text(json -> receipt(json, receipts.get(0)))
                : text(json -> {
                    json.startObject().name("_status").value("OK").name("data").startArray();
                    for (Receipt receipt : receipts) {
                        receipt(json, receipt);
                    }
                    json.endArray().endObject();
                });
    }

    /** What came of an action. */
    StreamingOutput performed(Performed performed) {
        return text(json -> {
            json.startObject();
            members(json, performed.receipt());
            json.name("data").value((BsonValue) performed.data()).endObject();
        });
    }

    private static void receipt(JsonWriter json, Receipt receipt) throws IOException {
        json.startObject();
        members(json, receipt);
        json.endObject();
    }

    private static void members(JsonWriter json, Receipt receipt) throws IOException {
        BsonDocument document = receipt.document();
        for (String field : List.of(receipt.schema().idField(), "_updated", "_created", "_etag")) {
            json.name(field).value(document.get(field));
        }
        links(json, Map.of("self", self(receipt.schema(), document)));
        json.name("_status").value("OK");
    }

    /** Why nothing was inserted: for each document sent, what is wrong with it. */
    StreamingOutput notInserted(List<Optional<BsonDocument>> issues) {
        long bad = issues.stream().filter(Optional::isPresent).count();
        return text(json -> {
            json.startObject().name("_status").value("ERR");
            if (issues.size() == 1) {
                json.name("_issues").value((BsonValue) issues.get(0).orElseThrow());
            } else {
                json.name("data").startArray();
                for (Optional<BsonDocument> one : issues) {
                    verdict(json, one);
                }
                json.endArray();
            }
            error(json, 422, "Insertion failure: " + bad + " document(s) contain(s) error(s)");
            json.endObject();
        });
    }

    private static void verdict(JsonWriter json, Optional<BsonDocument> issues) throws IOException {
        json.startObject().name("_status").value(issues.isPresent() ? "ERR" : "OK");
        if (issues.isPresent()) {
            json.name("_issues").value((BsonValue) issues.get());
        }
        json.endObject();
    }

    /** Why a document was not changed. */
    StreamingOutput notChanged(BsonDocument issues) {
        return text(json -> json.startObject()
                .name("_issues")
                .value((BsonValue) issues)
                .name("_status")
                .value("ERR")
                .endObject());
    }

    /** Any other refusal. */
    StreamingOutput error(int status, String message) {
        return text(json -> {
            json.startObject().name("_status").value("ERR");
            error(json, status, message);
            json.endObject();
        });
    }

    private static void error(JsonWriter json, int status, String message) throws IOException {
        json.name("_error").startObject().name("code").value(status);
        json.name("message").value(message).endObject();
    }

    private static void links(JsonWriter json, Map<String, Link> links) throws IOException {
        json.name("_links").startObject();
        for (Map.Entry<String, Link> link : links.entrySet()) {
            json.name(link.getKey());
            link(json, link.getValue());
        }
        json.endObject();
    }

    private static void link(JsonWriter json, Link link) throws IOException {
        json.startObject().name("title").value(link.title());
        json.name("href").value(link.href()).endObject();
    }

    private static Link self(Schema schema, BsonDocument document) {
        return new Link(schema.itemTitle(), Addresses.of(schema, document));
    }
}
