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
record NumberCheck(Findings findings) {

    /** What is looked at, and what names the document and the pages that it is on. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "run_elements",
            List.of(
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
                    "mapping_metrics"),
            "unexpected_barcodes",
            List.of("run_element_id", "run_id", "passing_filter_reads", "pc_reads_in_lane"),
            "lanes",
            List.of("lane_id", "run_id", "interop_metrics"),
            "samples",
            List.of(
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
                    "rapid_analysis"));

    /** The fields of a resource that are looked at, the name of its documents first. */
    static List<String> fields(String resource) {
        return FIELDS.get(resource);
    }

    void look(String resource, BsonDocument document) {
        note(resource, FIELDS.get(resource).get(0), document);
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
