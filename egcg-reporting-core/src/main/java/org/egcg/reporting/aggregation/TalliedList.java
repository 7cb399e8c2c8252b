package org.egcg.reporting.aggregation;

import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonValue;

/** A gathered list of which only is known what it comes to; it stands in an entity where its members would. */
final class TalliedList extends BsonArray {

    private final Function<Expression, BsonValue> measures;

    TalliedList(Function<Expression, BsonValue> measures) {
        this.measures = measures;
    }

    BsonValue value(Expression measure) {
        return measures.apply(measure);
    }
}
