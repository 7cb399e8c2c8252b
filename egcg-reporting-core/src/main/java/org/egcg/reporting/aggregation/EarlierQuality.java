package org.egcg.reporting.aggregation;

import static org.egcg.reporting.aggregation.AggregatedField.field;
import static org.egcg.reporting.aggregation.Expressions.add;
import static org.egcg.reporting.aggregation.Expressions.constant;
import static org.egcg.reporting.aggregation.Expressions.divide;
import static org.egcg.reporting.aggregation.Expressions.percentage;

import java.util.List;

/** Yield and quality of what was sequenced, as an earlier version of the API added them to its answers. */
final class EarlierQuality {

    private static final long BASES_PER_GB = 1_000_000_000L;

    static final List<String> SUMMED = List.of(
            "bases_r1",
            "bases_r2",
            "q30_bases_r1",
            "q30_bases_r2",
            "clean_bases_r1",
            "clean_bases_r2",
            "clean_q30_bases_r1",
            "clean_q30_bases_r2",
            "total_reads",
            "passing_filter_reads",
            "clean_reads");

    private EarlierQuality() {}

    /** Of a run element's own counts or of sums of them. */
    static List<AggregatedField> quality(String of) {
        return List.of(
                field("pc_pass_filter", percentage(of + "passing_filter_reads", of + "total_reads")),
                field("pc_phix", percentage(of + "phix_reads", of + "passing_filter_reads")),
                field("pc_q30_r1", percentage(of + "q30_bases_r1", of + "bases_r1")),
                field("pc_q30_r2", percentage(of + "q30_bases_r2", of + "bases_r2")),
                field("pc_q30", percentage(both(of + "q30_bases"), both(of + "bases"))),
                field("yield_in_gb", inGb(both(of + "bases"))),
                field("yield_q30_in_gb", inGb(both(of + "q30_bases"))),
                field("clean_yield_in_gb", inGb(both(of + "clean_bases"))),
                field("clean_yield_q30_in_gb", inGb(both(of + "clean_q30_bases"))),
                field("clean_pc_q30_r1", percentage(of + "clean_q30_bases_r1", of + "clean_bases_r1")),
                field("clean_pc_q30_r2", percentage(of + "clean_q30_bases_r2", of + "clean_bases_r2")),
                field("clean_pc_q30", percentage(both(of + "clean_q30_bases"), both(of + "clean_bases"))));
    }

    private static Expression both(String reads) {
        return add(reads + "_r1", reads + "_r2");
    }

    private static Expression inGb(Expression bases) {
        return divide(bases, constant(BASES_PER_GB));
    }
}
