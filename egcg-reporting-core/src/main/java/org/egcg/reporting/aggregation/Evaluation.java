package org.egcg.reporting.aggregation;

import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** One field of one document, computed; what cannot be computed is logged and stands at its default. */
record Evaluation(String name, BsonValue value) {

    private static final System.Logger LOG = System.getLogger(Evaluation.class.getName());

    static Evaluation of(AggregatedField field, BsonDocument entity, String resource) {
        try {
            BsonValue value = field.expression().of(entity);
            return new Evaluation(
                    field.name(), isFinite(value) ? value : field.expression().otherwise());
        } catch (RuntimeException cause) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} {1}: {2} is left empty: {3}",
                    resource,
                    entity.getOrDefault("_id", BsonNull.VALUE),
                    field.name(),
                    cause instanceof Unanswerable ? cause.getMessage() : cause.toString());
            return new Evaluation(field.name(), field.expression().otherwise());
        }
    }

    private static boolean isFinite(BsonValue value) {
        return !value.isDouble() || Double.isFinite(value.asDouble().getValue());
    }

    void into(BsonDocument aggregated) {
        FieldPath.of(name).put(aggregated, value);
    }
}
