package org.egcg.reporting.aggregation;

import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Documents whose aggregates have to be renewed: those of a resource that have these values; all, if there are none. */
record AffectedDocuments(String resource, BsonDocument values) {

    static AffectedDocuments all(String resource) {
        return new AffectedDocuments(resource, new BsonDocument());
    }

    boolean isAll() {
        return values.isEmpty();
    }

    boolean matches(BsonDocument document) {
        return values.entrySet().stream()
                .allMatch(value -> same(value.getValue(), document.getOrDefault(value.getKey(), BsonNull.VALUE)));
    }

    static boolean same(BsonValue left, BsonValue right) {
        return (left.isNumber() && right.isNumber())
                ? left.asNumber().doubleValue() == right.asNumber().doubleValue()
                : left.equals(right);
    }

    BsonDocument stored() {
        return new BsonDocument("resource", new BsonString(resource)).append("values", values);
    }

    static AffectedDocuments of(BsonDocument stored) {
        return new AffectedDocuments(stored.getString("resource").getValue(), stored.getDocument("values"));
    }
}
