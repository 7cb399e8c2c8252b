package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;

/** Sums over the reads of a run, of which there may be one, two or three: a read counts if its bases are known. */
final class ReadExpressions {

    private ReadExpressions() {}

    /** The sum of those that are there; null if none is. */
    static Expression total(List<Expression> values) {
        return Operation.on(
                values,
                entity -> sum(values.stream()
                        .map(value -> value.of(entity))
                        .filter(value -> !value.isNull())
                        .toList()));
    }

    /** The sum of what belongs to reads; null if no read has bases, or if one that has them lacks the value. */
    static Expression ofReads(List<Expression> pairs) {
        if (pairs.size() % 2 != 0) {
            throw new Malformed("of_reads is given pairs: the bases of a read, and what belongs to it");
        }
        return Operation.on(pairs, entity -> ofReads(pairs, entity));
    }

    private static BsonValue ofReads(List<Expression> pairs, BsonDocument entity) {
        List<BsonValue> counted = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            if (!pairs.get(i).of(entity).isNull()) {
                counted.add(pairs.get(i + 1).of(entity));
            }
        }
        return counted.stream().anyMatch(BsonValue::isNull) ? BsonNull.VALUE : sum(counted);
    }

    private static BsonValue sum(List<BsonValue> values) {
        List<BsonNumber> numbers = values.stream().map(ExactArithmetic::number).toList();
        return numbers.isEmpty() ? BsonNull.VALUE : ExactArithmetic.sum(numbers);
    }
}
