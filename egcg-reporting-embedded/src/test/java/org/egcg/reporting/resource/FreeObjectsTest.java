package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreeObjectsTest {

    private final TestStore store = new TestStore();
    private final Reporting reporting = store.reporting();
    private final Schema genomes = reporting.schema("genomes");

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    @Test
    void anyKeyIsStoredAndReadBackAsItIs() {
        String tools = """
                {"bwa.mem": "0.7", "": 1, "a.b.c": {"E. coli": [{"x.y": null}]}, "é☃": true, "a$b": 2}""";
        Receipt receipt = insert("{\"assembly_name\": \"g\", \"tools_used\": " + tools + "}");
        assertThat(toolsUsed()).isEqualTo(JsonReader.read(tools));
        reporting.writer().patch(genomes, receipt.id(), Optional.of(receipt.etag()), JsonReader.read("""
                        {"tools_used": {"bwa.mem": "0.8", "new.tool": "1"}}"""));
        assertThat(toolsUsed())
                .containsEntry("bwa.mem", JsonReader.read("\"0.8\""))
                .containsEntry("new.tool", JsonReader.read("\"1\""))
                .containsEntry("a$b", JsonReader.read("2"));
    }

    @Test
    void whatNoStoreCouldGiveBackIsRefused() {
        Written refused = reporting.writer().insert(genomes, JsonReader.read("""
                {"assembly_name": "g", "tools_used": {"a": {"$set": 1}, "b": NaN, "c": 99999999999999999999}}"""));
        assertThat(refused).isInstanceOfSatisfying(Written.InsertRefused.class, answer -> assertThat(
                        JsonWriter.text(answer.issues().get(0).orElseThrow()))
                .isEqualTo(
                        "{\"tools_used\": {\"a\": {\"$set\": \"field names must not start with '$' or contain NUL\"}, "
                                + "\"b\": \"must be of float type\", \"c\": \"must be of integer type\"}}"));
        assertThat(reporting.reader().find(genomes, new BsonDocument())).isEmpty();
    }

    private Receipt insert(String document) {
        Written written = reporting.writer().insert(genomes, JsonReader.read(document));
        assertThat(written).isInstanceOf(Written.Inserted.class);
        return ((Written.Inserted) written).receipts().get(0);
    }

    private BsonDocument toolsUsed() {
        return reporting.reader().find(genomes, new BsonDocument()).get(0).getDocument("tools_used");
    }
}
