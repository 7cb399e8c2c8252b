package org.egcg.reporting.aggregation;

import static org.egcg.reporting.aggregation.Numbers.number;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;

/** The words in which {@link Relations} are written. Each states what it answers when values are missing. */
public final class Expressions {

    private static final BsonDouble HUNDRED = new BsonDouble(100);
    private static final int UNCALLED_SNPS_TOO_MANY = 15;
    private static final int MISMATCHING_SNPS_TOO_MANY = 6;
    private static final int CONTAMINANT_READS = 500;

    private Expressions() {}

    /** A value of the entity itself; null where it is missing. */
    public static Expression value(String path) {
        return FieldPath.of(path)::in;
    }

    public static Expression constant(long number) {
        BsonInt64 constant = new BsonInt64(number);
        return entity -> constant;
    }

    /** The sum; null as soon as one of them is null. */
    public static Expression add(Expression... terms) {
        return entity -> {
            List<BsonValue> values =
                    Arrays.stream(terms).map(term -> term.of(entity)).toList();
            return anyNull(values)
                    ? BsonNull.VALUE
                    : Numbers.sum(values.stream().map(Numbers::number).toList());
        };
    }

    public static Expression add(String... paths) {
        return add(Arrays.stream(paths).map(Expressions::value).toArray(Expression[]::new));
    }

    public static Expression multiply(Expression left, Expression right) {
        return numeric(left, right, (a, b) -> Numbers.times(number(a), number(b)));
    }

    /** The quotient as a fraction, also of integers; null when the divisor is 0. */
    public static Expression divide(Expression dividend, Expression divisor) {
        return numeric(dividend, divisor, (a, b) -> Numbers.quotient(number(a), number(b)));
    }

    /** How many hundredths of the whole the part is; null when the whole is 0. */
    public static Expression percentage(Expression part, Expression whole) {
        return numeric(part, whole, (a, b) -> {
            BsonValue quotient = Numbers.quotient(number(a), number(b));
            return quotient.isNull() ? quotient : Numbers.times(number(quotient), HUNDRED);
        });
    }

    public static Expression percentage(String part, String whole) {
        return percentage(value(part), value(whole));
    }

    private static Expression numeric(Expression left, Expression right, BinaryOperator<BsonValue> operator) {
        return entity -> {
            BsonValue a = left.of(entity);
            BsonValue b = right.of(entity);
            return anyNull(List.of(a, b)) ? BsonNull.VALUE : operator.apply(a, b);
        };
    }

    private static boolean anyNull(List<BsonValue> values) {
        return values.stream().anyMatch(BsonValue::isNull);
    }

    /** The sum of those that are there; null, not 0, if none is. An integer if all of them are. */
    public static Expression total(Each values) {
        return overNumbers(values, 1, BsonNull.VALUE, Numbers::sum);
    }

    public static Expression total(String path) {
        return total(Each.each(path));
    }

    /** The mean of those that are there, rounded once; null if none is. */
    public static Expression mean(String path) {
        return overNumbers(Each.each(path), 1, BsonNull.VALUE, Numbers::mean);
    }

    /** Sample standard deviation (n - 1) divided by the mean; 0 for fewer than two values, null if the mean is 0. */
    public static Expression coefficientOfVariation(Each values) {
        return overNumbers(
                values,
                2,
                new BsonInt64(0),
                numbers -> Numbers.quotient(new BsonDouble(Numbers.deviation(numbers, 1)), Numbers.mean(numbers)));
    }

    private static Expression overNumbers(
            Each values, int atLeast, BsonValue tooFew, Function<List<BsonNumber>, BsonValue> answer) {
        return entity -> {
            if (values.members(entity).isEmpty()) {
                return BsonNull.VALUE;
            }
            List<BsonNumber> numbers =
                    values.present(entity).stream().map(Numbers::number).toList();
            return numbers.size() < atLeast ? tooFew : answer.apply(numbers);
        };
    }

    /** Population standard deviation (n); null if there is no member or one lacks the value. */
    public static Expression populationDeviation(Each values) {
        return entity -> {
            List<BsonValue> all = values.values(entity).orElse(List.of());
            return all.isEmpty() || anyNull(all)
                    ? BsonNull.VALUE
                    : new BsonDouble(
                            Numbers.deviation(all.stream().map(Numbers::number).toList(), 0));
        };
    }

    /** What the first member stored has, even if that is null. */
    public static Expression first(String path) {
        Each values = Each.each(path);
        return entity ->
                values.values(entity).orElse(List.of()).stream().findFirst().orElse(BsonNull.VALUE);
    }

    /** The distinct values in ascending order; empty if there are none, or if they do not sort. */
    public static Expression set(Each values) {
        return new Expression() {
            @Override
            public BsonValue of(BsonDocument entity) {
                return Sorting.distinct(values.present(entity));
            }

            @Override
            public BsonValue otherwise() {
                return new BsonArray();
            }
        };
    }

    public static Expression set(String path) {
        return set(Each.each(path));
    }

    /** The whole member created last, of equals the one stored last; null if there is none. */
    public static Expression mostRecent(String list) {
        Each members = Each.each(list);
        return entity -> {
            List<BsonDocument> all = members.members(entity).orElse(List.of());
            if (all.size() < 2) {
                return all.isEmpty() ? BsonNull.VALUE : all.get(0);
            }
            if (all.stream().anyMatch(member -> !member.isDateTime("_created"))) {
                return BsonNull.VALUE;
            }
            Comparator<BsonDocument> byCreation = Comparator.comparing(Expressions::created);
            return all.stream()
                    .reduce((a, b) -> byCreation.compare(b, a) >= 0 ? b : a)
                    .orElseThrow();
        };
    }

    private static BsonDateTime created(BsonDocument member) {
        return member.getDateTime("_created");
    }

    /** The distinct ids of the members that pass, in ascending order; null if the list is missing. */
    public static Expression uniqueIds(String path, Predicate<BsonDocument> wanted) {
        Each ids = Each.each(path).among(wanted);
        return entity -> ids.members(entity).isEmpty() ? BsonNull.VALUE : Sorting.distinct(withoutGaps(ids, entity));
    }

    /** How many distinct ids the members that pass have; null if the list is missing. */
    public static Expression countOfUniqueIds(String path, Predicate<BsonDocument> wanted) {
        Expression ids = uniqueIds(path, wanted);
        return entity -> {
            BsonValue unique = ids.of(entity);
            return unique.isArray() ? new BsonInt64(unique.asArray().size()) : unique;
        };
    }

    private static List<BsonValue> withoutGaps(Each ids, BsonDocument entity) {
        List<BsonValue> all = ids.values(entity).orElse(List.of());
        if (anyNull(all)) {
            throw new Unanswerable("a member has no " + ids.path());
        }
        return all;
    }

    /**
     * Whether the genotype called from the sequence is that of the chip: {@code Match} below 6 mismatching SNPs, else
     * {@code Mismatch}; {@code Unknown} where 15 SNPs or more were not called. Null where nothing was compared.
     */
    public static Expression genotypeMatch(String path) {
        Expression uncalled = add(path + ".no_call_chip", path + ".no_call_seq");
        Expression mismatching = value(path + ".mismatching_snps");
        return entity -> {
            BsonValue missed = uncalled.of(entity);
            if (missed.isNull()) {
                return BsonNull.VALUE;
            }
            if (number(missed).doubleValue() >= UNCALLED_SNPS_TOO_MANY) {
                return new BsonString("Unknown");
            }
            BsonValue wrong = mismatching.of(entity);
            return wrong.isNull() ? BsonNull.VALUE : matchUpTo(number(wrong));
        };
    }

    private static BsonString matchUpTo(BsonNumber mismatching) {
        return new BsonString(mismatching.doubleValue() < MISMATCHING_SNPS_TOO_MANY ? "Match" : "Mismatch");
    }

    /** The sex both agree on, else {@code Mismatch}; null where one of them is missing or empty. */
    public static Expression sexMatch(String called, String provided) {
        return entity -> {
            BsonValue seen = value(called).of(entity);
            BsonValue told = value(provided).of(entity);
            if (isBlank(seen) || isBlank(told)) {
                return BsonNull.VALUE;
            }
            return seen.equals(told) ? seen : new BsonString("Mismatch");
        };
    }

    private static boolean isBlank(BsonValue text) {
        return text.isNull() || (text.isString() && text.asString().getValue().isEmpty());
    }

    /** The species to which more than 500 reads map that map nowhere else; null where none were counted. */
    public static Expression matchingSpecies(String path) {
        Expression counts = value(path);
        return entity -> {
            BsonValue counted = counts.of(entity);
            if (!counted.isDocument()
                    || anyNull(List.copyOf(counted.asDocument().values()))) {
                return BsonNull.VALUE;
            }
            return Sorting.distinctText(counted.asDocument().entrySet().stream()
                    .filter(count -> number(count.getValue()).doubleValue() > CONTAMINANT_READS)
                    .map(java.util.Map.Entry::getKey)
                    .toList());
        };
    }

    /** The yield to ask for, per coverage, for a genome of the size (in Mb) that the path leads to. */
    public static Expression requiredYield(YieldTable table, String genomeSize) {
        return yields(genomeSize, table::yields);
    }

    /** The yield of bases at Q30 or better to ask for, per coverage, for a genome of that size (in Mb). */
    public static Expression requiredYieldQ30(YieldTable table, String genomeSize) {
        return yields(genomeSize, table::yieldsQ30);
    }

    private static Expression yields(String genomeSize, Function<Double, BsonDocument> table) {
        return entity -> {
            BsonValue size = value(genomeSize).of(entity);
            return size.isNull() ? size : table.apply(number(size).doubleValue());
        };
    }
}
