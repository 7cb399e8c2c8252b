package org.egcg.reporting.aggregation;

import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * What one aggregated field is made of. Null in means null out: an expression that needs a value which is missing or
 * null answers {@link #otherwise()}, and so does one that cannot be computed (a division by zero, text among numbers).
 * Numbers are exact integers of 64 bits as long as they can be, else doubles. Immutable and safe for use by several
 * threads.
 */
@FunctionalInterface
public interface Expression {

    /**
     * The value for an entity: its own fields, the lists gathered for it, and under {@code aggregated} what the fields
     * before this one came to.
     *
     * @throws RuntimeException if a value is of a kind that the expression cannot use; the field is then logged and
     *     stored as {@link #otherwise()}, and all other fields are computed
     */
    BsonValue of(BsonDocument entity);

    /** What stands in the field when there is nothing to compute. */
    default BsonValue otherwise() {
        return BsonNull.VALUE;
    }

    /**
     * The dotted paths of the entity that it reads; empty if it may read anything. An expression that leaves it empty is given
     * all that is computed before, and whole children in gathered lists, without their aggregated fields.
     */
    default Optional<Set<String>> reads() {
        return Optional.empty();
    }

    /** What is computed, without the text that it was read from; itself, unless it is a formula. */
    default Expression bare() {
        return this;
    }
}
