package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonLimits;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.web.rest.Decoding.Pair;

/** What a client sends: JSON, or the fields of a form, which are texts. Of a repeated field the first value counts. */
final class Body {

    /** Of a form: as a text, and as the texts of its fields. */
    private static final int COPIES = 4;

    private final byte[] bytes;
    private final String contentType;
    private final JsonLimits limits;

    /** @param contentType the whole header */
    Body(byte[] bytes, String contentType) {
        this(bytes, contentType, JsonLimits.none());
    }

    /** @param limits what JSON may hold, and who is told of memory that is needed */
    Body(byte[] bytes, String contentType, JsonLimits limits) {
        this.bytes = bytes;
        this.contentType = contentType;
        this.limits = limits;
    }

    /** Reads the body of a request. */
    static Body of(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
        BodyLimits limits = BodyLimits.of(request);
        if (request.getContentLengthLong() > limits.bytes()) {
            throw HttpRefusal.bodyTooLarge(limits.bytes());
        }
        return new Body(read(request, limits), header, limits.json());
    }

    private static byte[] read(HttpServletRequest request, BodyLimits limits) {
        int most = limits.bytes();
        try (InputStream in = limits.metered(decoded(request))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw HttpRefusal.bodyTooLarge(most);
            }
            return bytes;
        } catch (ZipException noGzip) {
            throw new Malformed("body: no gzip, which Content-Encoding says it is", noGzip);
        } catch (IOException brokenOff) {
            throw new Malformed("body: broke off", brokenOff);
        }
    }

    /** What is unpacked counts, not what was sent. */
    private static InputStream decoded(HttpServletRequest request) throws IOException {
        String encoding = Optional.ofNullable(request.getHeader("Content-Encoding"))
                .map(header -> header.strip().toLowerCase(Locale.ROOT))
                .orElse("identity");
        return switch (encoding) {
            case "identity", "" -> request.getInputStream();
            case "gzip", "x-gzip" -> new GZIPInputStream(request.getInputStream());
            default -> throw HttpRefusal.unknownEncoding(encoding);
        };
    }

    private String type() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private BsonValue json() {
        try {
            return JsonReader.read(bytes, limits);
        } catch (Malformed noJson) {
            throw noJson.in("body");
        }
    }

    /** The fields that were sent; none if it is of a type that we do not know, or an empty form. */
    BsonDocument fields() {
        try {
            return value() instanceof BsonDocument fields ? fields : new BsonDocument();
        } catch (HttpRefusal nothingSent) {
            return new BsonDocument();
        }
    }

    /** The same bytes behind others, and behind the type that they are read as. */
    byte[] prefixed(byte[] first) {
        byte[] type = (contentType + "\n").getBytes(StandardCharsets.UTF_8);
        limits.memory().accept(bytes.length);
        ByteBuffer all = ByteBuffer.allocate(first.length + type.length + bytes.length);
        return all.put(first).put(type).put(bytes).array();
    }

    /**
     * The value that was sent.
     *
     * @throws Malformed if it is broken
     * @throws org.egcg.reporting.error.ReportingException.TooLarge if it has more in it than it may
     * @throws HttpRefusal if it is of a type that we do not know, or a form without fields
     */
    BsonValue value() {
        return switch (type()) {
            case "application/json" -> json();
            case "application/x-www-form-urlencoded" -> form(urlencoded(), "No form-urlencoded data supplied");
            case "multipart/form-data" -> form(multipart(), "No multipart/form-data supplied");
            default -> throw HttpRefusal.unknownType(type());
        };
    }

    private List<Pair> urlencoded() {
        limits.memory().accept((long) COPIES * bytes.length);
        return Decoding.pairs(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private List<Pair> multipart() {
        limits.memory().accept((long) COPIES * bytes.length);
        return new MultipartForm(bytes, contentType).fields();
    }

    private static BsonDocument form(List<Pair> fields, String complaint) {
        if (fields.isEmpty()) {
            throw HttpRefusal.badRequest(complaint);
        }
        BsonDocument form = new BsonDocument();
        fields.forEach(field -> form.putIfAbsent(field.name(), new BsonString(field.value())));
        return form;
    }
}
