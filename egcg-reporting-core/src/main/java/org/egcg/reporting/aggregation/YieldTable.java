package org.egcg.reporting.aggregation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * Which yields the facility sells, and for which coverages it quotes.
 *
 * @param coverages coverages to quote for, in X
 * @param yields yield in Gb, and the yield of bases at Q30 or better that it implies, in Gb
 */
public record YieldTable(List<Number> coverages, Map<Number, Number> yields) {

    private static final double MB_PER_GB = 1000;

    public YieldTable {
        coverages = List.copyOf(coverages);
        yields = Map.copyOf(yields);
    }

    /** Per coverage, named as in {@code 30X}, the least yield sold that reaches it; null where none does. */
    BsonDocument yields(double genomeSizeInMb) {
        return perCoverage(genomeSizeInMb, Map.Entry::getKey);
    }

    /** The same as yield of bases at Q30 or better. */
    BsonDocument yieldsQ30(double genomeSizeInMb) {
        return perCoverage(genomeSizeInMb, Map.Entry::getValue);
    }

    private BsonDocument perCoverage(double genomeSizeInMb, Function<Map.Entry<Number, Number>, Number> answer) {
        TreeMap<Double, Map.Entry<Number, Number>> ascending = new TreeMap<>();
        yields.entrySet().forEach(offer -> ascending.put(offer.getKey().doubleValue(), offer));
        BsonDocument perCoverage = new BsonDocument();
        for (Number coverage : coverages) {
            var least = ascending.ceilingEntry(genomeSizeInMb / MB_PER_GB * coverage.doubleValue());
            perCoverage.append(coverage + "X", least == null ? BsonNull.VALUE : bson(answer.apply(least.getValue())));
        }
        return perCoverage;
    }

    private static BsonValue bson(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) ? new BsonInt64(number.longValue()) : new BsonDouble(value);
    }
}
