package org.egcg.reporting.web.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.json.JsonWriter;

/** Writes the keys of rows, and the samples that a review of each is about, as a list in JSON. */
final class RowKeys {

    void write(Sheet sheet, OutputStream out) throws IOException {
        String before = "[";
        for (Row row : sheet.rows()) {
            out.write((before + JsonWriter.text(document(row))).getBytes(StandardCharsets.UTF_8));
            before = ",\n";
        }
        out.write((before.equals("[") ? "[]" : "]").getBytes(StandardCharsets.UTF_8));
    }

    private static BsonDocument document(Row row) {
        BsonArray entities = new BsonArray();
        row.entities().forEach(entity -> entities.add(new BsonString(entity)));
        return new BsonDocument("key", new BsonString(row.key())).append("entities", entities);
    }
}
