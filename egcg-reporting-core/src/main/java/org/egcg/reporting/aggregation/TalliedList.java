package org.egcg.reporting.aggregation;

import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonValue;

/** A gathered list of which only is known what it comes to; it stands in an entity where its members would. */
final class TalliedList extends BsonArray {

    private final Map<Measure, Counted> measures;

    TalliedList(Map<Measure, Counted> measures) {
        this.measures = measures;
    }

    BsonValue value(Measure measure) {
        return measures.get(measure).value();
    }
}
