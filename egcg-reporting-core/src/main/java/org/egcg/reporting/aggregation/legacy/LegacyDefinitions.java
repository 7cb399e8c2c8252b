package org.egcg.reporting.aggregation.legacy;

import static org.egcg.reporting.aggregation.legacy.PipelineTerms.at;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.both;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.call;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.collected;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.date;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.distinct;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.each;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.inGb;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.isAbsent;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.lookup;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.members;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.newest;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.number;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.orNull;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.percentage;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.quotient;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.size;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.sum;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.taking;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.text;
import static org.egcg.reporting.aggregation.legacy.PipelineTerms.when;

import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** The five reports of the earlier API, in the order in which they were documented. */
final class LegacyDefinitions {

    private static final String API_DATE = "%d_%m_%Y_%H:%M:%S";
    private static final List<String> SUMMED = List.of(
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
            "adaptor_bases_removed_r1",
            "adaptor_bases_removed_r2");

    private LegacyDefinitions() {}

    static List<LegacyReport> all() {
        return List.of(runElementsByLane(), allRuns(), runElements(), samples(), projects());
    }

    private static LegacyReport runElementsByLane() {
        BsonDocument group =
                new BsonDocument("_id", new BsonDocument("run_id", at("run_id")).append("lane", at("lane")));
        SUMMED.forEach(field -> group.append(field, sum(field)));
        group.append("sample_ids", collected("sample_id"))
                .append("useable_statuses", collected("useable"))
                .append("review_statuses", collected("reviewed"))
                .append("tiles_filtered", collected("tiles_filtered"))
                .append("trim_r1", collected("trim_r1"))
                .append("trim_r2", collected("trim_r2"))
                .append("avg_pf", new BsonDocument("$avg", at("passing_filter_reads")))
                .append("each_pf", new BsonDocument("$push", at("passing_filter_reads")))
                .append("lane_pc_optical_dups", new BsonDocument("$first", at("lane_pc_optical_dups")));
        BsonDocument shown = taking(
                        "sample_ids",
                        "useable_statuses",
                        "review_statuses",
                        "tiles_filtered",
                        "trim_r1",
                        "trim_r2",
                        "passing_filter_reads",
                        "avg_pf",
                        "lane_pc_optical_dups")
                .append("run_id", at("_id.run_id"))
                .append("lane_number", at("_id.lane"))
                .append("stdev_pf", populationDeviation("each_pf", "avg_pf"))
                .append("pc_pass_filter", percentage("passing_filter_reads", "total_reads"))
                .append("pc_adapter", percentage(both("adaptor_bases_removed"), both("bases")));
        shown.putAll(quality());
        BsonDocument variation =
                taking(shown.keySet().toArray(String[]::new)).append("cv", quotient(at("stdev_pf"), at("avg_pf")));
        return LegacyReport.of("run_elements_by_lane", "run_elements", "run_element_id")
                .grouped(group)
                .showing(shown)
                .showing(variation);
    }

    private static BsonDocument populationDeviation(String values, String mean) {
        BsonValue distance = call("$subtract", at("$this"), at(mean));
        BsonDocument squares = new BsonDocument(
                "$map",
                new BsonDocument("input", members(values, call("$ne", at("$this"), BsonNull.VALUE)))
                        .append("as", text("this"))
                        .append("in", call("$multiply", distance, distance)));
        return new BsonDocument("$sqrt", new BsonDocument("$avg", squares));
    }

    /** Yield and quality of whatever has counts of these names. */
    private static BsonDocument quality() {
        return new BsonDocument("pc_q30", percentage(both("q30_bases"), both("bases")))
                .append("pc_q30_r1", percentage("q30_bases_r1", "bases_r1"))
                .append("pc_q30_r2", percentage("q30_bases_r2", "bases_r2"))
                .append("yield_in_gb", inGb(both("bases")))
                .append("yield_q30_in_gb", inGb(both("q30_bases")))
                .append("clean_pc_q30", percentage(both("clean_q30_bases"), both("clean_bases")))
                .append("clean_pc_q30_r1", percentage("clean_q30_bases_r1", "clean_bases_r1"))
                .append("clean_pc_q30_r2", percentage("clean_q30_bases_r2", "clean_bases_r2"))
                .append("clean_yield_in_gb", inGb(both("clean_bases")))
                .append("clean_yield_q30_in_gb", inGb(both("clean_q30_bases")));
    }

    private static LegacyReport allRuns() {
        BsonDocument summed = taking("run_id")
                .append("project_ids", distinct("run_elements", "project_id"))
                .append("review_statuses", distinct("run_elements", "reviewed"))
                .append("useable_statuses", distinct("run_elements", "useable"))
                .append("tiles_filtered", each("run_elements", "tiles_filtered"))
                .append("trim_r1", each("run_elements", "trim_r1"))
                .append("trim_r2", each("run_elements", "trim_r2"))
                .append("most_recent_proc", newest("procs"));
        SUMMED.forEach(field -> summed.append(field, sum("run_elements." + field)));
        BsonDocument shown = taking(
                        "run_id",
                        "project_ids",
                        "review_statuses",
                        "useable_statuses",
                        "tiles_filtered",
                        "trim_r1",
                        "trim_r2",
                        "most_recent_proc")
                .append("_id", at("run_id"))
                .append("proc_status", at("most_recent_proc.status"))
                .append("pc_adapter", percentage(both("adaptor_bases_removed"), both("bases")));
        shown.putAll(quality());
        return LegacyReport.of("all_runs", "runs", "run_id")
                .then(lookup("run_elements", "run_id", "run_id", "run_elements"))
                .then(lookup("analysis_driver_procs", "run_id", "dataset_name", "procs"))
                .showing(summed)
                .showing(shown);
    }

    private static LegacyReport runElements() {
        BsonDocument shown = taking(
                        "run_id",
                        "barcode",
                        "run_element_id",
                        "project_id",
                        "sample_id",
                        "passing_filter_reads",
                        "reviewed",
                        "review_comments",
                        "useable",
                        "useable_comments",
                        "tiles_filtered",
                        "trim_r1",
                        "trim_r2",
                        "lane_pc_optical_dups")
                .append("lane_number", at("lane"))
                .append("review_date", date("review_date", API_DATE))
                .append("useable_date", date("useable_date", API_DATE))
                .append("pc_pass_filter", percentage("passing_filter_reads", "total_reads"))
                .append("pc_adapter", percentage(both("adaptor_bases_removed"), both("bases")));
        shown.putAll(quality());
        return LegacyReport.of("run_elements", "run_elements", "run_element_id").showing(shown);
    }

    private static LegacyReport samples() {
        BsonDocument useable = taken(PASSED_THROUGH)
                .append("useable_elements", members("all_elements", call("$eq", at("$this.useable"), text("yes"))))
                .append("most_recent_proc", newest("procs"))
                .append("called_gender", call("$ifNull", at("called_gender"), at("sex_validation.called")))
                .append("provided_gender", call("$ifNull", at("provided_gender"), at("sex_validation.provided")));
        BsonDocument summed = taken(PASSED_THROUGH)
                .append("most_recent_proc", BsonBoolean.TRUE)
                .append("called_gender", BsonBoolean.TRUE)
                .append("provided_gender", BsonBoolean.TRUE)
                .append("run_ids", distinct("useable_elements", "run_id"))
                .append("all_run_ids", each("useable_elements", "run_id"))
                .append("run_elements", each("useable_elements", "run_element_id"))
                .append("tiles_filtered", each("useable_elements", "tiles_filtered"))
                .append("trim_r1", each("useable_elements", "trim_r1"))
                .append("trim_r2", each("useable_elements", "trim_r2"));
        SUMMED.forEach(field -> summed.append(field, sum("useable_elements." + field)));
        return LegacyReport.of("samples", "samples", "library_id")
                .then(lookup("run_elements", "sample_id", "sample_id", "all_elements"))
                .then(lookup("analysis_driver_procs", "sample_id", "dataset_name", "procs"))
                .showing(useable)
                .showing(summed)
                .showing(sample());
    }

    private static final List<String> PASSED_THROUGH = List.of(
            "project_id",
            "sample_id",
            "library_id",
            "user_sample_id",
            "species_name",
            "required_coverage",
            "required_yield",
            "required_yield_q30",
            "bam_file_reads",
            "mapped_reads",
            "properly_mapped_reads",
            "duplicate_reads",
            "median_coverage",
            "coverage",
            "genotype_validation",
            "sample_contamination",
            "species_contamination",
            "reviewed",
            "useable",
            "delivered",
            "review_comments");

    private static BsonDocument taken(List<String> fields) {
        return taking(fields.toArray(String[]::new));
    }

    private static BsonDocument sample() {
        BsonDocument shown = taken(PASSED_THROUGH);
        shown.putAll(taking(
                "called_gender",
                "provided_gender",
                "run_ids",
                "all_run_ids",
                "run_elements",
                "tiles_filtered",
                "trim_r1",
                "trim_r2",
                "most_recent_proc"));
        return shown.append("_id", at("sample_id"))
                .append("required_yield", inGb(at("required_yield")))
                .append("required_yield_q30", inGb(at("required_yield_q30")))
                .append("pc_pass_filter", percentage("passing_filter_reads", "total_reads"))
                .append("clean_pc_q30", percentage(both("clean_q30_bases"), both("clean_bases")))
                .append("clean_pc_q30_r1", percentage("clean_q30_bases_r1", "clean_bases_r1"))
                .append("clean_pc_q30_r2", percentage("clean_q30_bases_r2", "clean_bases_r2"))
                .append("clean_yield_in_gb", inGb(both("clean_bases")))
                .append("clean_yield_q30", inGb(both("clean_q30_bases")))
                .append("pc_mapped_reads", percentage("mapped_reads", "bam_file_reads"))
                .append("pc_properly_mapped_reads", percentage("properly_mapped_reads", "bam_file_reads"))
                .append("pc_duplicate_reads", percentage("duplicate_reads", "bam_file_reads"))
                .append("genotype_match", genotypeMatch())
                .append("gender_match", genderMatch())
                .append("proc_status", at("most_recent_proc.status"));
    }

    private static BsonDocument genotypeMatch() {
        BsonValue uncalled = add("no_call_chip", "no_call_seq");
        BsonValue mismatching = at("genotype_validation.mismatching_snps");
        BsonDocument compared = when(
                isAbsent(mismatching),
                BsonNull.VALUE,
                when(call("$lt", mismatching, number(6)), text("Match"), text("Mismatch")));
        return when(
                isAbsent(uncalled), BsonNull.VALUE, when(call("$lt", uncalled, number(15)), compared, text("Unknown")));
    }

    private static BsonDocument add(String left, String right) {
        return PipelineTerms.add(at("genotype_validation." + left), at("genotype_validation." + right));
    }

    private static BsonDocument genderMatch() {
        BsonDocument called = orNull(at("called_gender"));
        BsonDocument provided = orNull(at("provided_gender"));
        return when(call("$eq", called, provided), called, text("Mismatch"));
    }

    private static LegacyReport projects() {
        BsonDocument reviewed = call("$or", isReviewed("pass"), isReviewed("fail"));
        BsonDocument shown = taking("project_id")
                .append("_created", date("_created", "%Y-%m-%d %H:%M:%S"))
                .append("nb_samples", size(at("samples_there")))
                .append("nb_samples_reviewed", size(members("samples_there", reviewed)))
                .append(
                        "nb_samples_delivered",
                        size(members("samples_there", call("$eq", at("$this.delivered"), text("yes")))));
        return LegacyReport.of("projects", "projects", "project_id")
                .then(lookup("samples", "project_id", "project_id", "samples_there"))
                .showing(shown);
    }

    private static BsonDocument isReviewed(String verdict) {
        return call("$eq", at("$this.reviewed"), text(verdict));
    }
}
