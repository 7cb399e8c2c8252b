package org.egcg.reporting.consistency;

import static org.egcg.reporting.consistency.StoredText.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.egcg.reporting.consistency.Inconsistency.Named;

/** Numbers that cannot be, in what was posted; what is computed of them is wrong with them. */
record NumberCheck(Scan scan, Findings findings) {

    private static final String[] OF_ELEMENTS = {
        "run_element_id",
        "run_id",
        "sample_id",
        "total_reads",
        "passing_filter_reads",
        "pc_reads_in_lane",
        "bases_r1",
        "bases_r2",
        "bases_r3",
        "q30_bases_r1",
        "q30_bases_r2",
        "q30_bases_r3",
        "adaptor_bases_removed_r1",
        "adaptor_bases_removed_r2",
        "adaptor_bases_removed_r3",
        "lane_pc_optical_dups",
        "phix_reads",
        "clean_reads",
        "clean_bases_r1",
        "clean_bases_r2",
        "clean_bases_r3",
        "clean_q30_bases_r1",
        "clean_q30_bases_r2",
        "clean_q30_bases_r3",
        "mapping_metrics"
    };

    void look() {
        scan.each("run_elements", element -> note("run_elements", "run_element_id", element), OF_ELEMENTS);
        scan.each(
                "unexpected_barcodes",
                barcode -> note("unexpected_barcodes", "run_element_id", barcode),
                "run_element_id",
                "run_id",
                "passing_filter_reads",
                "pc_reads_in_lane");
        scan.each("lanes", lane -> note("lanes", "lane_id", lane), "lane_id", "run_id", "interop_metrics");
        scan.each(
                "samples",
                sample -> note("samples", "sample_id", sample),
                "sample_id",
                "required_yield",
                "required_yield_q30",
                "bam_file_reads",
                "mapped_reads",
                "properly_mapped_reads",
                "duplicate_reads",
                "picard_dup_reads",
                "picard_opt_dup_reads",
                "pc_insert_size",
                "pc_callable",
                "genotype_validation",
                "species_contamination",
                "rapid_analysis");
    }

    private void note(String resource, String idField, BsonDocument document) {
        Map<String, String> impossible = ImpossibleNumbers.ownOf(document);
        if (!impossible.isEmpty()) {
            String id = text(document, idField);
            Set<String> sentences = new LinkedHashSet<>(impossible.values());
            findings.add(
                    InconsistencyKind.IMPOSSIBLE_NUMBER,
                    resource + "\n" + id,
                    id + ": " + String.join("; ", sentences) + ".",
                    new Named(resource, id),
                    pages(document));
        }
    }

    private static List<Named> pages(BsonDocument document) {
        List<Named> pages = new ArrayList<>();
        Map.of("runs", "run_id", "samples", "sample_id").forEach((resource, field) -> {
            if (!text(document, field).isEmpty()) {
                pages.add(new Named(resource, text(document, field)));
            }
        });
        return pages;
    }
}
