package org.egcg.reporting.review;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;

/** Lists and objects in the fields of a request: as such, or as their JSON text, as forms send them. */
final class FormLists {

    private FormLists() {}

    /** @param expected what is said if the field holds no list of texts */
    static List<String> texts(BsonDocument fields, String field, String expected) {
        BsonValue list = value(fields, field, expected);
        if (!(list instanceof BsonArray texts) || !texts.stream().allMatch(BsonValue::isString)) {
            throw new Malformed(field + ": must be " + expected);
        }
        return texts.stream().map(text -> text.asString().getValue()).toList();
    }

    /** Null of BSON where there is no such field. */
    static BsonValue value(BsonDocument fields, String field, String expected) {
        BsonValue value = fields.getOrDefault(field, BsonNull.VALUE);
        if (!value.isString()) {
            return value;
        }
        try {
            return JsonReader.read(value.asString().getValue());
        } catch (Malformed noJson) {
            throw new Malformed(field + ": must be " + expected, noJson);
        }
    }
}
