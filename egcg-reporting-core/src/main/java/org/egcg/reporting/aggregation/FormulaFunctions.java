package org.egcg.reporting.aggregation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The functions of formulas. Some are given values, the others a list: {@code sum(run_elements.bases_r1)} or {@code
 * set(run_elements.reviewed where barcode != "unknown")}. Immutable.
 */
final class FormulaFunctions {

    /** What can be called. */
    sealed interface FormulaFunction {
        /** How it is called, and what it answers, in one sentence. */
        String signature();

        String meaning();
    }

    /** One that is given so many values. */
    record OfValues(
            String signature, String meaning, int least, int most, Function<List<Expression>, Expression> expression)
            implements FormulaFunction {}

    /** One that is given a list, or a field of its members. */
    record OfMembers(String signature, String meaning, boolean whole, Function<Each, Expression> expression)
            implements FormulaFunction {}

    private final Map<String, FormulaFunction> byName;

    private FormulaFunctions(List<FormulaFunction> functions) {
        Map<String, FormulaFunction> all = new TreeMap<>();
        functions.forEach(function -> all.put(name(function), function));
        byName = Collections.unmodifiableMap(all);
    }

    /** Those that depend on nothing but documents. */
    public static FormulaFunctions general() {
        return new FormulaFunctions(GENERAL);
    }

    /** These, and the yields to ask for. */
    public static FormulaFunctions with(YieldTable yields) {
        List<FormulaFunction> all = new java.util.ArrayList<>(GENERAL);
        all.add(values(
                "required_yield(size)",
                "per coverage that is quoted, the least yield on offer (Gb) that reaches it for a genome of this size"
                        + " (Mb); null where none does",
                1,
                of -> LabExpressions.requiredYield(yields, of.get(0))));
        all.add(values(
                "required_yield_q30(size)",
                "the same as the yield of bases with Q30 or better that comes with it (Gb)",
                1,
                of -> LabExpressions.requiredYieldQ30(yields, of.get(0))));
        return new FormulaFunctions(all);
    }

    private static String name(FormulaFunction function) {
        return function.signature().substring(0, function.signature().indexOf('('));
    }

    Optional<FormulaFunction> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In the order of their names, for messages. */
    String names() {
        return String.join(", ", byName.keySet());
    }

    /** Each function's meaning by its signature, in the order of their names. */
    public Map<String, String> meanings() {
        Map<String, String> meanings = new TreeMap<>();
        byName.values().forEach(function -> meanings.put(function.signature(), function.meaning()));
        return meanings;
    }

    private static final List<FormulaFunction> GENERAL = List.of(
            values(
                    "percentage(part, whole)",
                    "the quotient times 100; null if the whole is 0",
                    2,
                    of -> Expressions.percentage(of.get(0), of.get(1))),
            values(
                    "if(condition, then, else)",
                    "`then` if the condition is true, `else` if it is false, null if it is null",
                    3,
                    of -> LogicalExpressions.when(of.get(0), of.get(1), of.get(2))),
            new OfValues(
                    "coalesce(first, second, …)",
                    "the first that is not null",
                    1,
                    Integer.MAX_VALUE,
                    of -> Expressions.coalesce(of.toArray(Expression[]::new))),
            new OfValues(
                    "total(first, second, …)",
                    "the sum of those that are not null; null if all are",
                    1,
                    Integer.MAX_VALUE,
                    ReadExpressions::total),
            new OfValues(
                    "of_reads(bases_r1, what_r1, bases_r2, what_r2, …)",
                    "the sum of what belongs to reads, over the reads that have bases; null if none has, or if one that"
                            + " has them lacks the value",
                    2,
                    Integer.MAX_VALUE,
                    ReadExpressions::ofReads),
            values("length(list)", "how many members it has, such as a set", 1, of -> Expressions.length(of.get(0))),
            values(
                    "genotype_match(no_call_chip, no_call_seq, mismatching_snps)",
                    "`Unknown` if 15 SNPs or more were not called; else `Match` below 6 mismatching SNPs, else"
                            + " `Mismatch`",
                    3,
                    of -> LabExpressions.genotypeMatch(of.get(0), of.get(1), of.get(2))),
            values(
                    "sex_match(called, provided)",
                    "the sex, if both are the same, else `Mismatch`; null if one is missing or empty",
                    2,
                    of -> LabExpressions.sexMatch(of.get(0), of.get(1))),
            values(
                    "matching_species(counts)",
                    "the names whose count is above 500, in ascending order",
                    1,
                    of -> LabExpressions.matchingSpecies(of.get(0))),
            members("sum(list.field)", "the sum of those that are there; null, not 0, if none is", Expressions::total),
            members(
                    "mean(list.field)",
                    "the mean of those that are there, rounded once, at the end",
                    Expressions::mean),
            members("min(list.field)", "the least of those that are there, numbers or texts", Expressions::least),
            members("max(list.field)", "the greatest of those that are there, numbers or texts", Expressions::greatest),
            members("count(list.field)", "how many are there; of a list itself, how many members", Expressions::count),
            members(
                    "cv(list.field)",
                    "sample standard deviation (n − 1) divided by the mean; 0 for fewer than two values, null if the"
                            + " mean is 0",
                    Expressions::coefficientOfVariation),
            members(
                    "population_deviation(list.field)",
                    "standard deviation (n); null if a member lacks the value",
                    Expressions::populationDeviation),
            members("first(list.field)", "that of the member stored first, even if it is null", Expressions::first),
            members(
                    "set(list.field)",
                    "each value once, in ascending order, text by code point; empty, not null, if there is none",
                    Expressions::set),
            members(
                    "unique_ids(list.field)",
                    "as `set`, but null if a member lacks the value or there is no list",
                    Expressions::uniqueIds),
            new OfMembers(
                    "most_recent(list)",
                    "the whole member with the greatest `_created`, of equals the one stored last",
                    true,
                    Expressions::mostRecent));

    private static FormulaFunction values(
            String signature, String meaning, int count, Function<List<Expression>, Expression> expression) {
        return new OfValues(signature, meaning, count, count, expression);
    }

    private static FormulaFunction members(String signature, String meaning, Function<Each, Expression> expression) {
        return new OfMembers(signature, meaning, false, expression);
    }
}
