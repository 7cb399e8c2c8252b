package org.egcg.reporting.aggregation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What readers are told about aggregated fields, as Markdown: it follows from the relations alone. */
final class MetricsDocument {

    private static final String BEGINNING = """
            # Metrics

            <!-- Made of etc/relations.yaml: change that, and write this anew with
                 mvn -pl egcg-reporting-core test -Dtest=MetricsDocumentTest -Dmetrics.write -->

            Each field below is stored in `aggregated` of a document, is there whenever the document is, and can be filtered and
            sorted on as `aggregated.<field>`.

            How to read the formulas:

            - A value is null if anything that its formula needs is missing or null, if it would divide by zero, or if text stands
              among numbers. Only `total` and `coalesce` take what there is.
            - A read counts if its bases are known; what belongs to it (bases with Q30, adaptors) is needed then.
            - `list.field` is that field of each member of a gathered list; `where` leaves members out. Members that lack the value
              count for nothing, unless the function says otherwise.
            - `==` and `!=` take null for a value: what is missing differs from every text.
            - Whole numbers are exact, and sums of them are whole; a quotient is a fraction.
            - Percentages are from 0 to 100 unless the data contradict themselves. Gb is 10⁹ bases.
            - `aggregated.…` is another field of the same document, and computed before.

            ## Functions

            | Function | Answers |
            |---|---|
            """;

    private static final String ENDING = """

            ## Effects of position on a plate

            Not stored: the page of a library or genotyping plate says it of the metric that its wells are painted by. Each row,
            each column and the edge (the outermost rows and columns) is compared with all other wells by the two-sided
            Mann-Whitney U test, exact where values are few and different, else by its normal approximation with correction for
            ties. It compares ranks, so that neither outliers nor the shape of the distribution matter. Each p is multiplied by
            the number of comparisons (Bonferroni: 21 on a full plate of 96 wells, 41 on one of 384), and what is below 0.05 then
            is named, the surest first and three at most. Difference and medians are those of the wells there and of all others;
            several samples in one well count as their mean. Places of fewer than four values, and those with fewer than eight
            values beside them, are not compared.

            ## When an open project will be done

            Not stored: the page of turnaround says it of each open project. The days that finished samples stayed in each step
            of the laboratory are known from the LIMS; visits of the same step count together. Two thousand courses are drawn:
            for each step a share, the same for all samples of the project, which go through the laboratory together, and with
            it the stay below which that share of the known ones is. To what is left of a sample's own step (of the stays that
            took longer than it has been there; of the five longest, and a day at least, where fewer than five did) come all
            later steps that more than half of the finished samples went through. A project is done with its last sample. Said
            are the days by which it is in 10, 50 and 90 of 100 courses. Below 20 finished samples nothing is said, and a step
            of which the past knows nothing counts for nothing.
            """;

    private MetricsDocument() {}

    /** The whole document, with a line feed at the end. */
    public static String of(Relations relations) {
        StringBuilder text = new StringBuilder(BEGINNING);
        FormulaFunctions.with(new YieldTable(List.of(), Map.of()))
                .meanings()
                .forEach((signature, meaning) -> row(text, List.of(code(signature), meaning)));
        relations.all().forEach(relation -> describe(text, relation));
        return text.append(ENDING).toString();
    }

    private static void describe(StringBuilder text, Relation relation) {
        text.append("\n## ").append(relation.resource()).append("\n\n");
        if (relation.gathers().isEmpty()) {
            text.append("Computed of the document's own fields.\n");
        }
        relation.gathers().forEach(list -> text.append(sentence(list, relation.resource())));
        text.append("\n| Field | Meaning | Formula | Unit |\n|---|---|---|---|\n");
        for (AggregatedField field : relation.fields()) {
            row(text, List.of(code(field.name()), field.meaning(), formula(field), field.unit()));
        }
    }

    private static String sentence(Gathering list, String parents) {
        Join join = list.join();
        String equal = join.ordered().entrySet().stream()
                .map(pair -> code(pair.getKey()) + " = " + code(parents + "." + pair.getValue()))
                .collect(Collectors.joining(" and "));
        String only = join.constants().entrySet().stream()
                .map(constant -> " and " + code(constant.getKey()) + " = " + code(constant.getValue()))
                .collect(Collectors.joining());
        return "- " + code(list.name()) + " are the " + list.resource() + " with " + equal + only + ".\n";
    }

    private static String formula(AggregatedField field) {
        return field.expression() instanceof Formula formula ? code(formula.text()) : "computed in Java";
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
