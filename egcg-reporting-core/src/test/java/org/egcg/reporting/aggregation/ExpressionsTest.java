package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;

/** Each kind of number, by itself. */
class ExpressionsTest {

    @Test
    void aSumIsNullAsSoonAsOneTermIsMissing() {
        assertAnswers(Expressions.add("a", "b"), "{\"a\": 1, \"b\": 2}", "3");
        assertAnswers(Expressions.add("a", "b"), "{\"a\": 1}", "null");
        assertAnswers(Expressions.add("a", "b"), "{\"a\": 1, \"b\": null}", "null");
    }

    @Test
    void aQuotientIsRealAlsoBetweenWholeNumbers() {
        Expression quotient = Expressions.divide(Expressions.value("a"), Expressions.value("b"));
        assertAnswers(quotient, "{\"a\": 1, \"b\": 2}", "0.5");
        assertAnswers(quotient, "{\"a\": 4, \"b\": 2}", "2.0");
        assertAnswers(quotient, "{\"b\": 2}", "null");
        assertAnswers(
                Expressions.multiply(Expressions.value("a"), Expressions.value("b")), "{\"a\": 3, \"b\": 2}", "6");
    }

    @Test
    void aPercentageDividesFirst() {
        assertAnswers(Expressions.percentage("a", "b"), "{\"a\": 8451, \"b\": 9190}", "91.95865070729053");
        assertAnswers(Expressions.percentage("a", "b"), "{\"a\": 0, \"b\": 3}", "0.0");
    }

    @Test
    void nothingIsAPercentageOfZero() {
        Relation relation = Relation.relation("things", "thing_id")
                .computes(java.util.List.of(AggregatedField.field("share", Expressions.percentage("a", "b"))));
        assertThat(relation.aggregate(json("{\"a\": 1, \"b\": 0}"))).isEqualTo(json("{\"share\": null}"));
    }

    @Test
    void aTotalOfNothingIsNullAndOneOfWholeNumbersIsWhole() {
        assertAnswers(Expressions.total("m.v"), "{\"m\": [{\"v\": 1}, {\"v\": null}, {}, {\"v\": 2}]}", "3");
        assertAnswers(Expressions.total("m.v"), "{\"m\": [{\"v\": 1}, {\"v\": 0.5}]}", "1.5");
        assertAnswers(Expressions.total("m.v"), "{\"m\": [{\"v\": null}]}", "null");
        assertAnswers(Expressions.total("m.v"), "{\"m\": []}", "null");
        assertAnswers(Expressions.total("m.v"), "{}", "null");
    }

    @Test
    void aMeanIsExactAndRoundedOnce() {
        assertAnswers(Expressions.mean("m.v"), "{\"m\": [{\"v\": 0.1}, {\"v\": 0.1}, {\"v\": 0.1}]}", "0.1");
        assertAnswers(Expressions.mean("m.v"), "{\"m\": [{\"v\": 1}, {\"v\": 3}]}", "2");
        assertAnswers(Expressions.mean("m.v"), "{\"m\": [{\"v\": 1}, {\"v\": 2}, {}]}", "1.5");
        assertAnswers(Expressions.mean("m.v"), "{\"m\": [{}]}", "null");
    }

    @Test
    void aVariationNeedsAListAndAMeanOtherThanZero() {
        Expression variation = Expressions.coefficientOfVariation(Each.each("m.v"));
        assertAnswers(variation, "{\"m\": [{\"v\": 10}, {\"v\": 20}, {\"v\": null}, {\"v\": 30}]}", "0.5");
        assertAnswers(variation, "{\"m\": [{\"v\": 10}]}", "0");
        assertAnswers(variation, "{\"m\": [{\"v\": 1}, {\"v\": -1}]}", "null");
        assertAnswers(variation, "{}", "null");
    }

    @Test
    void aDeviationOfAPopulationKeepsItsGaps() {
        Expression deviation = Expressions.populationDeviation(Each.each("m.v"));
        assertAnswers(deviation, "{\"m\": [{\"v\": 1}, {\"v\": 3}]}", "1.0");
        assertAnswers(deviation, "{\"m\": [{\"v\": 7}]}", "0.0");
        assertAnswers(deviation, "{\"m\": [{\"v\": 1}, {\"v\": null}]}", "null");
        assertAnswers(deviation, "{\"m\": []}", "null");
    }

    @Test
    void theFirstOfAListCountsEvenIfItIsNull() {
        assertAnswers(Expressions.first("m.v"), "{\"m\": [{\"v\": null}, {\"v\": 2}]}", "null");
        assertAnswers(Expressions.first("m.v"), "{\"m\": [{\"v\": 3}, {\"v\": 2}]}", "3");
        assertAnswers(Expressions.first("m.v"), "{\"m\": []}", "null");
    }

    @Test
    void aSetWithoutAListIsEmpty() {
        assertAnswers(Expressions.set("m.v"), "{}", "[]");
        assertAnswers(Expressions.set("m.v"), "{\"m\": null}", "[]");
    }

    @Test
    void ofMembersWithoutATimeOfCreationNoneIsTheMostRecent() {
        assertAnswers(Expressions.mostRecent("m"), "{\"m\": []}", "null");
        assertAnswers(Expressions.mostRecent("m"), "{\"m\": [{\"id\": 1}]}", "{\"id\": 1}");
        assertAnswers(Expressions.mostRecent("m"), "{\"m\": [{\"id\": 1}, {\"id\": 2}]}", "null");
    }

    @Test
    void idsAreDistinctAndAscendingAndOneThatIsMissingLeavesNoAnswer() {
        String members = "{\"m\": [{\"id\": \"b\", \"ok\": 1}, {\"id\": \"a\"}, {\"id\": \"b\"}]}";
        assertAnswers(Expressions.uniqueIds(Each.each("m.id")), members, "[\"a\", \"b\"]");
        assertAnswers(
                Expressions.uniqueIds(
                        Each.each("m.id").among(Expressions.equal(Expressions.value("ok"), Expressions.constant(1)))),
                members,
                "[\"b\"]");
        assertAnswers(Expressions.length(Expressions.uniqueIds(Each.each("m.id"))), members, "2");
        assertAnswers(Expressions.uniqueIds(Each.each("m.id")), "{\"m\": []}", "[]");
        assertAnswers(Expressions.uniqueIds(Each.each("m.id")), "{}", "null");
        assertThatThrownBy(() -> Expressions.uniqueIds(Each.each("m.id")).of(json("{\"m\": [{\"x\": 1}]}")))
                .isInstanceOf(Unanswerable.class);
    }

    @Test
    void aGenotypeMatchesBelowSixMismatchesIfFewerThanFifteenSnpsAreUncalled() {
        assertThat(genotype(7, 7, 5)).isEqualTo("Match");
        assertThat(genotype(7, 7, 6)).isEqualTo("Mismatch");
        assertThat(genotype(8, 7, 0)).isEqualTo("Unknown");
        assertAnswers(
                formula("genotype_match(g.no_call_chip, g.no_call_seq, g.mismatching_snps)"), "{\"g\": {}}", "null");
        assertAnswers(
                formula("genotype_match(g.no_call_chip, g.no_call_seq, g.mismatching_snps)"),
                "{\"g\": {\"no_call_chip\": null, \"no_call_seq\": 1}}",
                "null");
    }

    private static String genotype(int chip, int sequence, int mismatches) {
        return formula("genotype_match(g.no_call_chip, g.no_call_seq, g.mismatching_snps)")
                .of(json("{\"g\": {\"no_call_chip\": %d, \"no_call_seq\": %d, \"mismatching_snps\": %d}}"
                        .formatted(chip, sequence, mismatches)))
                .asString()
                .getValue();
    }

    @Test
    void twoSexesAgreeOrDoNot() {
        Expression match = formula("sex_match(called, provided)");
        assertAnswers(match, "{\"called\": \"female\", \"provided\": \"female\"}", "\"female\"");
        assertAnswers(match, "{\"called\": \"unknown\", \"provided\": \"unknown\"}", "\"unknown\"");
        assertAnswers(match, "{\"called\": \"female\", \"provided\": \"male\"}", "\"Mismatch\"");
        assertAnswers(match, "{\"called\": \"\", \"provided\": \"male\"}", "null");
        assertAnswers(match, "{\"provided\": \"male\"}", "null");
    }

    @Test
    void aSpeciesIsFoundAboveFiveHundredReads() {
        Expression species = formula("matching_species(c)");
        assertAnswers(species, "{\"c\": {\"Homo sapiens\": 501, \"Bos taurus\": 500}}", "[\"Homo sapiens\"]");
        assertAnswers(species, "{\"c\": {\"Bos taurus\": 500}}", "[]");
        assertAnswers(species, "{\"c\": {\"Bos taurus\": null, \"Homo sapiens\": 501}}", "null");
        assertAnswers(species, "{}", "null");
    }

    private static Expression formula(String text) {
        return Formula.parse(text);
    }

    private static void assertAnswers(Expression expression, String entity, String answer) {
        BsonValue expected =
                JsonReader.read("{\"v\": " + answer + "}").asDocument().get("v", BsonNull.VALUE);
        assertThat(expression.of(json(entity))).as(entity).isEqualTo(expected);
    }

    private static BsonDocument json(String text) {
        return JsonReader.read(text).asDocument();
    }
}
