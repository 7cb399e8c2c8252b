package org.egcg.reporting.embedded.example;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** A document as a pipeline would send it, while it is written. */
final class Draft {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd_MM_yyyy_HH:mm:ss", Locale.ROOT);

    private final BsonDocument document = new BsonDocument();

    Draft with(String field, String text) {
        document.append(field, new BsonString(text));
        return this;
    }

    Draft with(String field, long number) {
        document.append(field, new BsonInt64(number));
        return this;
    }

    /** A measured number, as pipelines round it. */
    Draft with(String field, double number, int decimals) {
        double scale = Math.pow(10, decimals);
        document.append(field, new BsonDouble(Math.round(number * scale) / scale));
        return this;
    }

    Draft with(String field, LocalDateTime moment) {
        return with(field, at(moment));
    }

    Draft with(String field, Collection<String> texts) {
        document.append(field, new BsonArray(texts.stream().map(BsonString::new).toList()));
        return this;
    }

    Draft with(String field, Draft inner) {
        document.append(field, inner.document);
        return this;
    }

    BsonDocument done() {
        return document;
    }

    static String at(LocalDateTime moment) {
        return MOMENT.format(moment);
    }
}
