package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.config.ReportingConfig.Limits;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.web.rest.Decoding.Pair;

/** What a client sends: JSON, or the fields of a form, which are texts. Of a repeated field the first value counts. */
final class Body {

    private final byte[] bytes;
    private final String contentType;
    private final int depth;

    /** @param contentType the whole header */
    Body(byte[] bytes, String contentType) {
        this(bytes, contentType, JsonReader.DEEPEST);
    }

    /** @param depth how deep JSON may nest */
    Body(byte[] bytes, String contentType, int depth) {
        this.bytes = bytes;
        this.contentType = contentType;
        this.depth = depth;
    }

    /** Reads the body of a request. */
    static Body of(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
        Limits limits = ApiRequest.limitsOf(request);
        if (request.getContentLengthLong() > limits.body()) {
            throw Refusal.bodyTooLarge(limits.body());
        }
        return new Body(read(request, limits.body()), header, limits.depth());
    }

    private static byte[] read(HttpServletRequest request, int most) {
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Refusal.bodyTooLarge(most);
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw new Malformed("the request broke off", brokenOff);
        }
    }

    private String type() {
        return contentType.split(";", 2)[0].strip();
    }

    /** The fields that were sent; none if it is of a type that we do not know, or an empty form. */
    BsonDocument fields() {
        try {
            return value() instanceof BsonDocument fields ? fields : new BsonDocument();
        } catch (Refusal nothingSent) {
            return new BsonDocument();
        }
    }

    /** The same bytes behind others, and behind the type that they are read as. */
    byte[] prefixed(byte[] first) {
        byte[] type = (contentType + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(first.length + type.length + bytes.length);
        return all.put(first).put(type).put(bytes).array();
    }

    /**
     * The value that was sent.
     *
     * @throws Malformed if it is broken
     * @throws org.egcg.reporting.ReportingException.TooLarge if it nests too deep
     * @throws Refusal if it is of a type that we do not know, or a form without fields
     */
    BsonValue value() {
        return switch (type()) {
            case "application/json" -> JsonReader.read(bytes, depth);
            case "application/x-www-form-urlencoded" -> form(urlencoded(), "No form-urlencoded data supplied");
            case "multipart/form-data" -> form(multipart(), "No multipart/form-data supplied");
            default -> throw Refusal.badRequest("Unknown or no Content-Type header supplied");
        };
    }

    private List<Pair> urlencoded() {
        return Decoding.pairs(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private List<Pair> multipart() {
        return new MultipartForm(bytes, contentType).fields();
    }

    private static BsonDocument form(List<Pair> fields, String complaint) {
        if (fields.isEmpty()) {
            throw Refusal.badRequest(complaint);
        }
        BsonDocument form = new BsonDocument();
        fields.forEach(field -> form.putIfAbsent(field.name(), new BsonString(field.value())));
        return form;
    }
}
