package org.egcg.reporting.embedded.example;

/** How many reads of a library were found in the genome. */
record Mapping(long reads, long mapped, long properly, long duplicates, long optical, Chance chance) {

    static Mapping of(long reads, double opticalPercent, Chance chance) {
        long mapped = Math.round(reads * chance.about(0.984, 0.002));
        long duplicates = Math.round(mapped * chance.about(0.04 + opticalPercent / 100, 0.004));
        return new Mapping(
                reads,
                mapped,
                Math.round(mapped * chance.about(0.975, 0.002)),
                duplicates,
                Math.round(mapped * opticalPercent / 100),
                chance);
    }

    Draft draft() {
        return into(new Draft());
    }

    Draft into(Draft draft) {
        return draft.with("bam_file_reads", reads)
                .with("mapped_reads", mapped)
                .with("properly_mapped_reads", properly)
                .with("duplicate_reads", duplicates)
                .with("picard_dup_reads", Math.round(duplicates * 1.01))
                .with("picard_opt_dup_reads", optical)
                .with("mean_insert_size", chance.about(428, 12), 1)
                .with("std_dev_insert_size", chance.about(98, 4), 1)
                .with("median_insert_size", chance.about(415, 12), 1);
    }
}
