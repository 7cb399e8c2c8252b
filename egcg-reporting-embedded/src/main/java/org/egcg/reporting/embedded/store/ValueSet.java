package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A long list of values to compare with: those that are plain in a set, and the others (nulls, objects, lists, patterns)
 * as they are.
 */
record ValueSet(Set<KeyValue> plain, List<Object> others) {

    static ValueSet of(Collection<?> values) {
        Set<KeyValue> plain = new HashSet<>();
        List<Object> others = new ArrayList<>();
        for (Object value : values) {
            if (isPlain(value)) {
                plain.add(key(value));
            } else {
                others.add(value);
            }
        }
        return new ValueSet(plain, others);
    }

    /** Whether a value equals only values that have the same normal form. */
    static boolean isPlain(Object value) {
        return Missing.isNeitherNullNorMissing(value)
                && !(value instanceof Document)
                && !(value instanceof Collection)
                && !(value instanceof BsonRegularExpression);
    }

    static KeyValue key(Object value) {
        return new KeyValue(value).normalized();
    }

    /** What of the list could make a difference for a document: what it has there, and what is not plain. */
    List<Object> of(Document document, FieldSteps field) {
        List<Object> left = new ArrayList<>(others);
        for (Object value : field.values(document)) {
            if (isPlain(value) && plain.contains(key(value))) {
                left.add(value);
            }
        }
        return left;
    }
}
