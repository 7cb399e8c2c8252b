package org.egcg.reporting.aggregation;

import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * What one aggregated field is made of. Null in means null out: an expression that needs a value which is missing or
 * null answers {@link #otherwise()}, and so does one that cannot be computed (a division by zero, text among numbers).
 * Immutable and safe for use by several threads.
 */
@FunctionalInterface
public interface Expression {

    /**
     * The value for an entity: its own fields, the lists gathered for it, and under {@code aggregated} what earlier
     * stages computed.
     *
     * @throws Unanswerable if a value is of a kind that the expression cannot use
     */
    BsonValue of(BsonDocument entity);

    /** What stands in the field when there is nothing to compute. */
    default BsonValue otherwise() {
        return BsonNull.VALUE;
    }
}
