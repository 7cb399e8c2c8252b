package org.egcg.reporting.lims;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The small change of the reports' JSON shapes. */
final class Json {

    private Json() {}

    /** JSON null for a value that the LIMS does not have. */
    static BsonValue text(@Nullable String nullable) {
        return nullable == null ? BsonNull.VALUE : new BsonString(nullable);
    }

    static BsonValue text(Optional<String> text) {
        return text(text.orElse(null));
    }

    static BsonArray texts(Collection<String> texts) {
        return new BsonArray(texts.stream().map(Json::text).toList());
    }

    static BsonDocument object(Map<String, String> texts) {
        BsonDocument object = new BsonDocument();
        texts.forEach((name, text) -> object.append(name, text(text)));
        return object;
    }
}
