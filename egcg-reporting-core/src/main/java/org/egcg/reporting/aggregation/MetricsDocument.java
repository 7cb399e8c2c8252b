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

            ## Control charts of instruments

            Not stored: the pages under `/instruments`, `GET control_charts` and notices make them of the lanes, as
            `etc/control_charts.yaml` says. The value of a run is the median of its lanes, so that one poor library does not count
            as the instrument's. A run whose name says no instrument is on no chart, and a number that cannot be is no value.

            | What | Formula | Source |
            |---|---|---|
            | centre | median of the runs of the baseline | |
            | spread, s | 1.4826 · n/(n − 0.8) · median of the distances from the centre (MAD) | Croux and Rousseeuw 1992 |
            | deviation, x | (value − centre) / s | Levey and Jennings 1950 |
            | EWMA | zᵢ = λxᵢ + (1 − λ)zᵢ₋₁, z₀ = 0; limits ± L·√(λ/(2 − λ) · (1 − (1 − λ)²ⁱ)) | Roberts 1959; NIST/SEMATECH e-Handbook 6.3.2.4 |
            | CUSUM | C⁺ᵢ = max(0, xᵢ − k + C⁺ᵢ₋₁), C⁻ᵢ = max(0, −xᵢ − k + C⁻ᵢ₋₁); limit h | Page 1954; Montgomery, 7th ed., 9.1; NIST/SEMATECH e-Handbook 6.3.2.3 |
            | Westgard rules | see the sentence of each on its chart | Westgard et al., Clinical Chemistry 27:493, 1981 |
            | Nelson rules | the same | Nelson, Journal of Quality Technology 16:237, 1984 |

            The baseline is made of the first runs there are, and anew of the first ones after an event that is marked so. Every
            event begins the rules anew, as something was done about the instrument. A rule that several runs in a row break is
            news at the first of them.

            How many runs it takes on average until a rule is broken by an instrument that is as before, and by one whose level has
            moved by 1 s and 2 s, if centre and spread are known exactly (Markov chains of Brook and Evans 1972, Lucas and Saccucci
            1990, and Champ and Woodall 1987, which the tests compute and compare with the published tables):

            | Rule | As before | 1 s | 2 s |
            |---|---|---|---|
            | Westgard 1-3s | 370 | 43.9 | 6.3 |
            | Westgard 2-2s | 988 | 46.0 | 6.0 |
            | Westgard R-4s | 988 | 2537.1 | 42099.4 |
            | Westgard 4-1s | 937 | 30.0 | 6.3 |
            | Westgard 10-x | 1023 | 29.2 | 11.4 |
            | EWMA | 499 | 10.5 | 3.7 |
            | CUSUM | 465 | 10.4 | 4.0 |

            Thirty runs do not tell centre and spread exactly, so that false alarms are more: those of one instrument may come
            twice as often as the table says, and those of another hardly ever. A simulated year of five instruments of 240 runs
            with six changes (seeds are fixed in `SimulatedYearTest`), under the packaged settings. Theory is that of the best rule
            with the limits that the instrument has: runs on average, and runs that are enough in 95 of 100 cases.

            | Instrument | Change | From run | Found after | Theory: average | Theory: 95 % |
            |---|---|---|---|---|---|
            | A | shift of 2 s | 121 | 5 (EWMA) | 3.9 | 7 |
            | B | shift of −1 s, undone by a service | 91 | 4 (EWMA) | 5.8 | 11 |
            | B | shift of 1.5 s, after the service | 201 | 6 (Westgard 4-1s) | 4.1 | 8 |
            | C | drift of 0.04 s per run | 101 | 38 (EWMA) | 32.4 | 43 |
            | D | shift of −4 s | 161 | 1 (Westgard 1-3s) | 1.7 | 3 |
            | E | spread three times as wide | 141 | 4 (Westgard 1-3s) | 2.9 | 7 |

            There were 18 false alarms in 700 unchanged runs, where theory says 13.9 (each rule by itself; 21.4 is twice the
            standard deviation of such a count above it).
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
