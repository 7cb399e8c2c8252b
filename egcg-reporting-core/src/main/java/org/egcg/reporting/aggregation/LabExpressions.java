package org.egcg.reporting.aggregation;

import static org.egcg.reporting.aggregation.ExactArithmetic.number;
import static org.egcg.reporting.aggregation.Expressions.add;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Judgements that a sequencing laboratory makes of its counts. Each states what it answers when values are missing. */
final class LabExpressions {

    private static final int UNCALLED_SNPS_TOO_MANY = 15;
    private static final int MISMATCHING_SNPS_TOO_MANY = 6;
    private static final int CONTAMINANT_READS = 500;

    private LabExpressions() {}

    /**
     * Whether the genotype called from the sequence is that of the chip: {@code Match} below 6 mismatching SNPs, else
     * {@code Mismatch}; {@code Unknown} where 15 SNPs or more were not called. Null where nothing was compared.
     */
    static Expression genotypeMatch(Expression uncalledOnChip, Expression uncalledInSequence, Expression mismatching) {
        Expression uncalled = add(uncalledOnChip, uncalledInSequence);
        return Operation.on(List.of(uncalled, mismatching), entity -> {
            BsonValue missed = uncalled.of(entity);
            if (missed.isNull()) {
                return BsonNull.VALUE;
            }
            if (number(missed).doubleValue() >= UNCALLED_SNPS_TOO_MANY) {
                return new BsonString("Unknown");
            }
            BsonValue wrong = mismatching.of(entity);
            return wrong.isNull() ? BsonNull.VALUE : matchUpTo(number(wrong));
        });
    }

    private static BsonString matchUpTo(BsonNumber mismatching) {
        return new BsonString(mismatching.doubleValue() < MISMATCHING_SNPS_TOO_MANY ? "Match" : "Mismatch");
    }

    /** The sex both agree on, else {@code Mismatch}; null where one of them is missing or empty. */
    static Expression sexMatch(Expression called, Expression provided) {
        return Operation.on(List.of(called, provided), entity -> {
            BsonValue seen = called.of(entity);
            BsonValue told = provided.of(entity);
            if (isBlank(seen) || isBlank(told)) {
                return BsonNull.VALUE;
            }
            return seen.equals(told) ? seen : new BsonString("Mismatch");
        });
    }

    private static boolean isBlank(BsonValue text) {
        return text.isNull() || (text.isString() && text.asString().getValue().isEmpty());
    }

    /** The species to which more than 500 reads map that map nowhere else; null where none were counted. */
    static Expression matchingSpecies(Expression counts) {
        return Operation.on(List.of(counts), entity -> {
            BsonValue counted = counts.of(entity);
            if (!counted.isDocument() || counted.asDocument().values().stream().anyMatch(BsonValue::isNull)) {
                return BsonNull.VALUE;
            }
            return Sorting.distinctText(counted.asDocument().entrySet().stream()
                    .filter(count -> number(count.getValue()).doubleValue() > CONTAMINANT_READS)
                    .map(Map.Entry::getKey)
                    .toList());
        });
    }

    /** The yield to ask for, per coverage, for a genome of this size (in Mb); null where the size is missing. */
    static Expression requiredYield(YieldTable table, Expression genomeSize) {
        return yields(genomeSize, table::yields);
    }

    /** The yield of bases at Q30 or better to ask for, per coverage, for a genome of this size (in Mb). */
    static Expression requiredYieldQ30(YieldTable table, Expression genomeSize) {
        return yields(genomeSize, table::yieldsQ30);
    }

    private static Expression yields(Expression genomeSize, Function<Double, BsonDocument> table) {
        return Operation.on(List.of(genomeSize), entity -> {
            BsonValue size = genomeSize.of(entity);
            return size.isNull() ? size : table.apply(number(size).doubleValue());
        });
    }
}
