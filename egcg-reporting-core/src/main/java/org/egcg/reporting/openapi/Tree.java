package org.egcg.reporting.openapi;

import java.util.Collection;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Builds the objects and lists that a description consists of. */
final class Tree {

    private Tree() {}

    /** An object of keys and values in turn; values are text, numbers, truth values, lists of text, or trees. */
    static BsonDocument object(Object... keysAndValues) {
        BsonDocument object = new BsonDocument();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            object.put((String) keysAndValues[index], value(keysAndValues[index + 1]));
        }
        return object;
    }

    static BsonArray list(Object... members) {
        BsonArray list = new BsonArray();
        for (Object member : members) {
            list.add(value(member));
        }
        return list;
    }

    private static BsonValue value(Object value) {
        if (value instanceof BsonValue tree) {
            return tree;
        } else if (value instanceof Boolean flag) {
            return BsonBoolean.valueOf(flag);
        } else if (value instanceof Number number) {
            return new BsonInt64(number.longValue());
        } else if (value instanceof Collection<?> members) {
            return list(members.toArray());
        }
        return new BsonString(value.toString());
    }

    static BsonDocument reference(String section, String name) {
        return object("$ref", "#/components/" + section + "/" + name);
    }
}
