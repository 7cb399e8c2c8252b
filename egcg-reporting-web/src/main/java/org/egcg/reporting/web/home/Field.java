package org.egcg.reporting.web.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Reads fields of documents by their path. */
final class Field {

    private Field() {}

    private static Optional<BsonValue> at(BsonDocument document, String path) {
        BsonValue found = document;
        for (String name : path.split("\\.")) {
            found = found.isDocument() ? found.asDocument().get(name) : null;
            if (found == null) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** A text; empty text for anything else. */
    static String text(BsonDocument document, String path) {
        return at(document, path)
                .filter(BsonValue::isString)
                .map(value -> value.asString().getValue())
                .orElse("");
    }

    static Optional<Instant> moment(BsonDocument document, String path) {
        return at(document, path)
                .filter(BsonValue::isDateTime)
                .map(value -> Instant.ofEpochMilli(value.asDateTime().getValue()));
    }

    static OptionalDouble number(BsonDocument document, String path) {
        return at(document, path)
                .filter(BsonValue::isNumber)
                .map(value -> OptionalDouble.of(value.asNumber().doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    static List<String> texts(BsonDocument document, String path) {
        List<String> texts = new ArrayList<>();
        at(document, path).filter(BsonValue::isArray).ifPresent(array -> array.asArray().stream()
                .filter(BsonValue::isString)
                .forEach(text -> texts.add(text.asString().getValue())));
        return texts;
    }

    static List<BsonDocument> documents(BsonDocument document, String path) {
        List<BsonDocument> documents = new ArrayList<>();
        at(document, path).filter(BsonValue::isArray).ifPresent(array -> array.asArray().stream()
                .filter(BsonValue::isDocument)
                .forEach(member -> documents.add(member.asDocument())));
        return documents;
    }
}
