package org.egcg.reporting.internal.json;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * Reads fields of documents. A field is named by its path, with dots between the names of nested objects. What is not
 * there, or of another type than the one asked for, is answered like what is absent.
 */
public final class Bson {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private Bson() {}

    /** The value at a path; null of BSON where there is none. */
    public static BsonValue at(BsonDocument document, List<String> path) {
        BsonValue value = document;
        for (String name : path) {
            value = value.isDocument() ? value.asDocument().getOrDefault(name, BsonNull.VALUE) : BsonNull.VALUE;
        }
        return value;
    }

    /** The value at a path; null of BSON where there is none. */
    public static BsonValue at(BsonDocument document, String path) {
        return path.indexOf('.') < 0
                ? document.getOrDefault(path, BsonNull.VALUE)
                : at(document, Arrays.asList(path.split("\\.")));
    }

    /** A text; empty text where there is none. */
    public static String text(BsonDocument document, String path) {
        return optionalText(document, path).orElse("");
    }

    /** A text, which may be an empty one. */
    public static Optional<String> optionalText(BsonDocument document, String path) {
        BsonValue value = at(document, path);
        return value.isString() ? Optional.of(value.asString().getValue()) : Optional.empty();
    }

    /** A text, or a number without its decimals; empty text for anything else. */
    public static String written(BsonDocument document, String path) {
        BsonValue value = at(document, path);
        return value.isNumber() ? String.valueOf(value.asNumber().longValue()) : text(document, path);
    }

    public static Optional<Instant> moment(BsonDocument document, String path) {
        BsonValue value = at(document, path);
        return value.isDateTime()
                ? Optional.of(Instant.ofEpochMilli(value.asDateTime().getValue()))
                : Optional.empty();
    }

    public static OptionalDouble number(BsonDocument document, String path) {
        BsonValue value = at(document, path);
        return value.isNumber() ? OptionalDouble.of(value.asNumber().doubleValue()) : OptionalDouble.empty();
    }

    /** The texts of a list; members of other types are left out. */
    public static List<String> texts(BsonDocument document, String path) {
        return members(document, path).stream()
                .filter(BsonValue::isString)
                .map(text -> text.asString().getValue())
                .toList();
    }

    /** The objects of a list; members of other types are left out. */
    public static List<BsonDocument> documents(BsonDocument document, String path) {
        return members(document, path).stream()
                .filter(BsonValue::isDocument)
                .map(BsonValue::asDocument)
                .toList();
    }

    private static List<BsonValue> members(BsonDocument document, String path) {
        BsonValue value = at(document, path);
        return value.isArray() ? value.asArray() : List.of();
    }

    /** A nested object; an empty one where there is none. */
    public static BsonDocument document(BsonDocument document, String path) {
        BsonValue value = at(document, path);
        return value.isDocument() ? value.asDocument() : new BsonDocument();
    }

    /** The same document, taken out of its encoded form, which would be searched anew for each field; not to be changed. */
    public static BsonDocument decoded(BsonDocument document) {
        return document instanceof RawBsonDocument raw ? raw.decode(CODEC) : document;
    }

    /** The same document in its encoded form, which takes a quarter of the memory; {@link #decoded} reads it again. */
    public static BsonDocument encoded(BsonDocument document) {
        return document instanceof RawBsonDocument ? document : new RawBsonDocument(document, CODEC);
    }

    /** A document of one's own with the same fields: nested objects and lists are shared with the first one. */
    public static BsonDocument copy(BsonDocument document) {
        BsonDocument copy = new BsonDocument();
        copy.putAll(document);
        return copy;
    }
}
