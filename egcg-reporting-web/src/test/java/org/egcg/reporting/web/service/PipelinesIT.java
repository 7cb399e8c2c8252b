package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;

/** What real pipelines sent in the course of a run and its samples, in their order: all is accepted, and has its effect. */
class PipelinesIT {

    private static final String PREFIX = "/api/0.1";
    private static final int ID_LENGTH = 24;

    private final Service service = RunningService.get().service();
    private final Schemas schemas = Schemas.packaged();

    /** The documents in the order of their creation: the recorded identifiers count them. */
    private final List<BsonDocument> created = new ArrayList<>();

    @Test
    void everyRequestIsAcceptedAndHasItsEffect() throws IOException {
        service.empty(schemas.names());
        int number = 0;
        for (BsonDocument request : requests()) {
            number++;
            play("request " + number, request);
        }
        assertThat(number).isEqualTo(255);
    }

    private static List<BsonDocument> requests() throws IOException {
        try (InputStream file = PipelinesIT.class.getResourceAsStream("/pipelines/requests.jsonl")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonReader.read(line).asDocument())
                    .toList();
        }
    }

    private void play(String name, BsonDocument request) {
        String path = request.getString("path").getValue().substring(PREFIX.length());
        Schema schema = schemas.named(path.split("/")[1]).orElseThrow();
        switch (request.getString("method").getValue()) {
            case "GET" -> read(name, path, request);
            case "POST" -> create(name, schema, path, request);
            default -> change(name, schema, path, request.getDocument("body"));
        }
    }

    private void read(String name, String path, BsonDocument request) {
        String query = request.getString("raw_query").getValue();
        assertThat(answer(name, 200, service.request("GET", path + "?" + query, ""))
                        .getDocument("_meta")
                        .getNumber("max_results")
                        .intValue())
                .isEqualTo(100);
    }

    private void create(String name, Schema schema, String path, BsonDocument request) {
        BsonValue body = request.get("body");
        if (body.isString()) {
            String form = body.asString().getValue();
            HttpRequest.Builder order =
                    service.request("POST", path, form).setHeader("Content-Type", "application/x-www-form-urlencoded");
            answer(name, 201, order);
        } else {
            BsonDocument receipt = answer(name, 201, service.request("POST", path, JsonWriter.text(body)));
            BsonDocument reference = new BsonDocument("resource", new org.bson.BsonString(schema.resource()))
                    .append("where", new BsonDocument(schema.idField(), receipt.get(schema.idField())));
            created.add(reference);
            assertContains(name, stored(reference), body.asDocument());
        }
    }

    private void change(String name, Schema schema, String path, BsonDocument changes) {
        String recorded = path.substring(path.length() - ID_LENGTH);
        BsonDocument reference = created.get(Integer.parseInt(recorded, 16) - 1);
        assertThat(reference.getString("resource").getValue()).isEqualTo(schema.resource());
        BsonDocument before = stored(reference);
        String target = path.substring(0, path.length() - ID_LENGTH)
                + before.getString("_id").getValue();
        HttpRequest.Builder patch = service.request("PATCH", target, JsonWriter.text(changes))
                .header("If-Match", before.getString("_etag").getValue());
        answer(name, 200, patch);
        BsonDocument after = stored(reference);
        assertThat(after.get("_etag")).as(name).isNotEqualTo(before.get("_etag"));
        assertContains(name, after, changes);
    }

    private BsonDocument stored(BsonDocument reference) {
        String where = URLEncoder.encode(JsonWriter.text(reference.get("where")), StandardCharsets.UTF_8);
        String target = "/" + reference.getString("resource").getValue() + "?where=" + where;
        return answer("read back", 200, service.request("GET", target, ""))
                .getArray("data")
                .get(0)
                .asDocument();
    }

    private BsonDocument answer(String name, int status, HttpRequest.Builder request) {
        HttpResponse<String> answer = service.answer(request);
        assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(status);
        return JsonReader.read(answer.body()).asDocument();
    }

    private static void assertContains(String name, BsonDocument stored, BsonDocument sent) {
        sent.forEach((key, value) -> {
            BsonValue found = stored;
            for (String part : key.split("\\.", -1)) {
                found = found.isDocument() ? found.asDocument().get(part) : null;
                assertThat(found).as(name + ": " + key).isNotNull();
            }
            assertSame(name + ": " + key, found, value);
        });
    }

    private static void assertSame(String name, BsonValue stored, BsonValue sent) {
        if (sent.isDocument() && stored.isDocument()) {
            assertContains(name, stored.asDocument(), sent.asDocument());
        } else if (sent.isArray() && stored.isArray()) {
            assertThat(stored.asArray()).as(name).hasSameSizeAs(sent.asArray());
            for (int i = 0; i < sent.asArray().size(); i++) {
                assertSame(name, stored.asArray().get(i), sent.asArray().get(i));
            }
        } else {
            assertThat(plain(stored)).as(name).isEqualTo(plain(sent));
        }
    }

    /** Numbers sent as texts or as integers are stored by the field's type. */
    private static String plain(BsonValue value) {
        String text = value.isString() ? value.asString().getValue() : JsonWriter.text(value);
        return text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }
}
