package org.egcg.reporting.query;

import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.EveDate;

/**
 * Turns the texts of a query into what the store holds: a text in the form of a date is that date, one of 24
 * hexadecimal digits is an object id, whatever the field.
 */
final class Values {

    private Values() {}

    static BsonValue converted(BsonValue value) {
        if (value.isString()) {
            return text(value.asString());
        }
        if (value.isArray()) {
            return new BsonArray(value.asArray().stream().map(Values::converted).toList());
        }
        return value.isDocument() ? members(value.asDocument()) : value;
    }

    private static BsonDocument members(BsonDocument document) {
        BsonDocument converted = new BsonDocument();
        for (Map.Entry<String, BsonValue> member : document.entrySet()) {
            converted.append(member.getKey(), converted(member.getValue()));
        }
        return converted;
    }

    private static BsonValue text(BsonString value) {
        String text = value.getValue();
        if (text.indexOf('\0') >= 0) {
            throw new Malformed("where: a text contains a NUL character");
        }
        return EveDate.parse(text).<BsonValue>map(date -> date).orElseGet(() -> id(value));
    }

    private static BsonValue id(BsonString value) {
        return ObjectId.isValid(value.getValue()) ? new BsonObjectId(new ObjectId(value.getValue())) : value;
    }
}
