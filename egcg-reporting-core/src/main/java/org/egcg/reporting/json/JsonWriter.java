package org.egcg.reporting.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.bson.BsonBinaryReader;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.types.Decimal128;

/**
 * Writes BSON as the API's JSON onto a stream, without holding more than a buffer. Dates are spelt
 * {@code dd_mm_yyyy_HH:MM:SS}, object ids as hex text, doubles with a fraction or an exponent and no more digits than
 * they need; what is no number ({@code NaN}) is null; letters beyond ASCII are {@code \\u} escapes. For one thread.
 * Closing ends the text and leaves the stream open.
 */
public final class JsonWriter implements Closeable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final JsonGenerator json;

    private JsonWriter(OutputStream out, boolean pretty) throws IOException {
        json = JSON.createGenerator(out, JsonEncoding.UTF8);
        json.setPrettyPrinter(pretty ? Blanks.indented() : Blanks.oneLine());
    }

    /** All in one line. */
    public static JsonWriter compact(OutputStream out) throws IOException {
        return new JsonWriter(out, false);
    }

    /** A line per member, indented by four blanks. */
    public static JsonWriter pretty(OutputStream out) throws IOException {
        return new JsonWriter(out, true);
    }

    /** The compact text of one value. */
    public static String text(BsonValue value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = compact(bytes)) {
            writer.value(value);
        } catch (IOException impossible) {
            throw new IllegalStateException("writing to memory failed", impossible);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    public JsonWriter startObject() throws IOException {
        json.writeStartObject();
        return this;
    }

    public JsonWriter endObject() throws IOException {
        json.writeEndObject();
        return this;
    }

    public JsonWriter startArray() throws IOException {
        json.writeStartArray();
        return this;
    }

    public JsonWriter endArray() throws IOException {
        json.writeEndArray();
        return this;
    }

    public JsonWriter name(String name) throws IOException {
        json.writeFieldName(name);
        return this;
    }

    public JsonWriter value(String text) throws IOException {
        json.writeString(text);
        return this;
    }

    public JsonWriter value(long number) throws IOException {
        json.writeNumber(number);
        return this;
    }

    /** One value of any type, with everything inside it. */
    public JsonWriter value(BsonValue value) throws IOException {
        if (value instanceof BsonDocument document) {
            return startObject().members(document).endObject();
        }
        try (BsonReader reader = new BsonDocumentReader(new BsonDocument("value", value))) {
            reader.readStartDocument();
            reader.readBsonType();
            reader.readName();
            value(reader);
        }
        return this;
    }

    /** The members of a document, without the braces around them. */
    public JsonWriter members(BsonDocument document) throws IOException {
        try (BsonReader reader = reader(document)) {
            reader.readStartDocument();
            members(reader);
        }
        return this;
    }

    /** Hands on to the stream what has been written so far. */
    public void flush() throws IOException {
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private static BsonReader reader(BsonDocument document) {
        // a raw document's own asBsonReader() decodes all of it into values first
        return document instanceof RawBsonDocument raw
                ? new BsonBinaryReader(raw.getByteBuffer().asNIO())
                : new BsonDocumentReader(document);
    }

    private void members(BsonReader reader) throws IOException {
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            json.writeFieldName(reader.readName());
            value(reader);
        }
    }

    private void value(BsonReader reader) throws IOException {
        switch (reader.getCurrentBsonType()) {
            case DOCUMENT -> object(reader);
            case ARRAY -> array(reader);
            case STRING -> json.writeString(reader.readString());
            case INT32 -> json.writeNumber(reader.readInt32());
            case INT64 -> json.writeNumber(reader.readInt64());
            case DOUBLE -> number(reader.readDouble());
            case BOOLEAN -> json.writeBoolean(reader.readBoolean());
            case DATE_TIME -> json.writeString(EveDate.format(new BsonDateTime(reader.readDateTime())));
            case OBJECT_ID -> json.writeString(reader.readObjectId().toHexString());
            case DECIMAL128 -> number(reader.readDecimal128());
            default -> nothing(reader);
        }
    }

    private void object(BsonReader reader) throws IOException {
        reader.readStartDocument();
        json.writeStartObject();
        members(reader);
        json.writeEndObject();
        reader.readEndDocument();
    }

    private void array(BsonReader reader) throws IOException {
        reader.readStartArray();
        json.writeStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            value(reader);
        }
        json.writeEndArray();
        reader.readEndArray();
    }

    private void number(double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(Digits.of(number));
        } else {
            json.writeNull();
        }
    }

    private void number(Decimal128 number) throws IOException {
        if (number.isFinite()) {
            json.writeNumber(number.toString());
        } else {
            json.writeNull();
        }
    }

    private void nothing(BsonReader reader) throws IOException {
        reader.skipValue();
        json.writeNull();
    }
}
