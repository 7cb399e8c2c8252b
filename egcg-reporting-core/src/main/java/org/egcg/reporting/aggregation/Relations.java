package org.egcg.reporting.aggregation;

import static org.egcg.reporting.aggregation.Each.each;
import static org.egcg.reporting.aggregation.Expressions.add;
import static org.egcg.reporting.aggregation.Expressions.coefficientOfVariation;
import static org.egcg.reporting.aggregation.Expressions.constant;
import static org.egcg.reporting.aggregation.Expressions.divide;
import static org.egcg.reporting.aggregation.Expressions.first;
import static org.egcg.reporting.aggregation.Expressions.genotypeMatch;
import static org.egcg.reporting.aggregation.Expressions.matchingSpecies;
import static org.egcg.reporting.aggregation.Expressions.mean;
import static org.egcg.reporting.aggregation.Expressions.mostRecent;
import static org.egcg.reporting.aggregation.Expressions.percentage;
import static org.egcg.reporting.aggregation.Expressions.requiredYield;
import static org.egcg.reporting.aggregation.Expressions.requiredYieldQ30;
import static org.egcg.reporting.aggregation.Expressions.set;
import static org.egcg.reporting.aggregation.Expressions.sexMatch;
import static org.egcg.reporting.aggregation.Expressions.total;
import static org.egcg.reporting.aggregation.Expressions.uniqueIds;
import static org.egcg.reporting.aggregation.Join.on;
import static org.egcg.reporting.aggregation.Relation.field;
import static org.egcg.reporting.aggregation.Relation.relation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.aggregation.Relation.Field;
import org.egcg.reporting.store.Index;

/**
 * What feeds what, and which numbers come of it: the facility's definitions of yield, quality, duplicates, coverage
 * and statuses, in the order in which they are computed (children before parents). Each field is defined for readers
 * in {@code docs/metrics.md}. Immutable.
 */
public final class Relations {

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
            "clean_reads",
            "phix_reads");

    private final List<Relation> relations;

    public Relations(YieldTable yields) {
        relations = List.of(
                relation("run_elements", "run_element_id").computes(quality("")).computes(mapping()),
                relation("species", "name")
                        .computes(List.of(
                                field("required_yield", requiredYield(yields, "approximate_genome_size")),
                                field("required_yield_q30", requiredYieldQ30(yields, "approximate_genome_size")))),
                common(relation("lanes", "lane_id")
                                .gathers("run_elements", on("run_id").and("lane", "lane_number")))
                        .computes(concat(sequenced(), lane())),
                common(relation("runs", "run_id")
                                .gathers("run_elements", on("run_id"))
                                .gathers("analysis_driver_procs", procsOf("run", "run_id")))
                        .computes(concat(sequenced(), run())),
                common(relation("samples", "sample_id")
                                .gathers(
                                        "run_elements",
                                        "run_elements",
                                        on("sample_id").when("useable", "yes"))
                                .gathers("all_run_elements", "run_elements", on("sample_id"))
                                .gathers("analysis_driver_procs", procsOf("sample", "sample_id")))
                        .computes(sample())
                        .computes(sampleSums())
                        .computes(samplePercentages()),
                relation("projects", "project_id")
                        .gathers("samples", "samples", on("project_id"), "sample_id", "reviewed", "delivered")
                        .gathers("analysis_driver_procs", procsOf("project", "project_id"))
                        .computes(project()));
    }

    /** All of them, children before parents. */
    public List<Relation> all() {
        return relations;
    }

    /** None for resources whose documents add up to nothing. */
    public Optional<Relation> of(String resource) {
        return relations.stream()
                .filter(relation -> relation.resource().equals(resource))
                .findFirst();
    }

    /** The indexes by which children and parents find each other. */
    public Set<Index> indexes() {
        Set<Index> indexes = new LinkedHashSet<>();
        for (Relation relation : relations) {
            relation.gathers().forEach(gathering -> {
                indexes.add(gathering.join().onChildren(gathering.resource()));
                indexes.add(gathering.join().onParents(relation.resource()));
            });
        }
        return indexes;
    }

    /** The relations that gather documents of the resource. */
    List<Relation> parentsOf(String resource) {
        return relations.stream()
                .filter(relation -> !relation.gatheringsOf(resource).isEmpty())
                .toList();
    }

    /** Whose numbers a document enters. */
    Set<AffectedDocuments> fedBy(String resource, BsonDocument child) {
        Set<AffectedDocuments> fed = new LinkedHashSet<>();
        for (Relation parent : relations) {
            parent.gatheringsOf(resource).stream()
                    .flatMap(gathering -> gathering.join().parentsOf(child).stream())
                    .forEach(values -> fed.add(new AffectedDocuments(parent.resource(), values)));
        }
        return fed;
    }

    private static Join procsOf(String datasetType, String idField) {
        return on("dataset_name", idField).when("dataset_type", datasetType);
    }

    private static Relation common(Relation relation) {
        return relation.computes(SUMMED.stream()
                        .map(name -> field(name, total("run_elements." + name)))
                        .toList())
                .computes(quality("aggregated."))
                .computes(Stream.of("tiles_filtered", "trim_r1", "trim_r2")
                        .map(name -> field(name, set("run_elements." + name)))
                        .toList());
    }

    /** Yield and quality of what was sequenced, of a run element's own counts or of sums of them. */
    static List<Field> quality(String of) {
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

    private static List<Field> mapping() {
        return List.of(
                field("pc_adaptor", percentage(both("adaptor_bases_removed"), both("bases"))),
                field("pc_mapped_reads", ofMapped("mapped_reads")),
                field("pc_duplicate_reads", ofMapped("duplicate_reads")),
                field("pc_opt_duplicate_reads", ofMapped("picard_opt_dup_reads")));
    }

    private static Expression ofMapped(String reads) {
        return percentage("mapping_metrics." + reads, "mapping_metrics.bam_file_reads");
    }

    /** What runs and lanes have in common; reads without a known barcode have no status. */
    private static List<Field> sequenced() {
        return List.of(
                field("review_statuses", set(each("run_elements.reviewed").among(BARCODE_KNOWN))),
                field("useable_statuses", set(each("run_elements.useable").among(BARCODE_KNOWN))),
                field("pc_adaptor", percentage(totalOfBoth("run_elements.adaptor_bases_removed"), AGGREGATED_BASES)),
                field("pc_opt_duplicate_reads", ofAllMapped("picard_opt_dup_reads")));
    }

    static final Predicate<BsonDocument> BARCODE_KNOWN =
            has("barcode", "unknown").negate();

    private static final Expression AGGREGATED_BASES = both("aggregated.bases");

    private static Predicate<BsonDocument> has(String field, String... texts) {
        Set<BsonString> wanted =
                Set.copyOf(Stream.of(texts).map(BsonString::new).toList());
        return document -> document.isString(field) && wanted.contains(document.getString(field));
    }

    private static Expression totalOfBoth(String path) {
        return add(total(path + "_r1"), total(path + "_r2"));
    }

    private static Expression ofAllMapped(String reads) {
        return percentage(
                total("run_elements.mapping_metrics." + reads), total("run_elements.mapping_metrics.bam_file_reads"));
    }

    private static List<Field> run() {
        return List.of(
                field("project_ids", set("run_elements.project_id")),
                field("most_recent_proc", mostRecent("analysis_driver_procs")));
    }

    private static List<Field> lane() {
        return List.of(
                field("pc_duplicate_reads", ofAllMapped("duplicate_reads")),
                field(
                        "cv",
                        coefficientOfVariation(
                                each("run_elements.passing_filter_reads").among(BARCODE_KNOWN))),
                field("sample_ids", set("run_elements.sample_id")),
                field("lane_pc_optical_dups", first("run_elements.lane_pc_optical_dups")));
    }

    private static List<Field> sample() {
        String bases = "coverage.bases_at_coverage.bases_at_";
        return List.of(
                field("run_ids", set("run_elements.run_id")),
                field("genotype_match", genotypeMatch("genotype_validation")),
                field("sex_match", sexMatch("sex_validation.called", "sex_validation.provided")),
                field("pc_mapped_reads", percentage("mapped_reads", "bam_file_reads")),
                field("pc_properly_mapped_reads", percentage("properly_mapped_reads", "bam_file_reads")),
                field("pc_duplicate_reads", percentage("duplicate_reads", "bam_file_reads")),
                field("matching_species", matchingSpecies("species_contamination.contaminant_unique_mapped")),
                field("coverage_at_5X", percentage(bases + "5X", "coverage.genome_size")),
                field("coverage_at_15X", percentage(bases + "15X", "coverage.genome_size")),
                field("most_recent_proc", mostRecent("analysis_driver_procs")));
    }

    private static List<Field> sampleSums() {
        List<Field> fields = new ArrayList<>();
        fields.add(field("from_run_elements.useable_run_elements", set("run_elements.run_element_id")));
        fields.add(field("from_run_elements.mean_coverage", total("run_elements.coverage.mean")));
        for (String reads : List.of(
                "bam_file_reads", "mapped_reads", "duplicate_reads", "picard_dup_reads", "picard_opt_dup_reads")) {
            fields.add(field("from_run_elements." + reads, total("run_elements.mapping_metrics." + reads)));
        }
        for (String reads : List.of("picard_opt_dup_reads", "bam_file_reads", "duplicate_reads")) {
            fields.add(field("from_all_run_elements." + reads, total("all_run_elements.mapping_metrics." + reads)));
        }
        for (String value : List.of("gc_bias.mean_deviation", "gc_bias.slope")) {
            fields.add(field("from_all_run_elements." + value, mean("all_run_elements." + value)));
        }
        for (String value : List.of("mean_insert_size", "picard_est_lib_size")) {
            fields.add(field("from_all_run_elements." + value, mean("all_run_elements.mapping_metrics." + value)));
        }
        fields.add(field(
                "from_all_run_elements.pc_adaptor",
                percentage(
                        totalOfBoth("all_run_elements.adaptor_bases_removed"), totalOfBoth("all_run_elements.bases"))));
        return fields;
    }

    private static List<Field> samplePercentages() {
        return Stream.of(
                        fromSums("from_run_elements", "pc_mapped_reads", "mapped_reads"),
                        fromSums("from_run_elements", "pc_duplicate_reads", "duplicate_reads"),
                        fromSums("from_run_elements", "pc_opt_duplicate_reads", "picard_opt_dup_reads"),
                        fromSums("from_all_run_elements", "pc_duplicate_reads", "duplicate_reads"),
                        fromSums("from_all_run_elements", "pc_opt_duplicate_reads", "picard_opt_dup_reads"))
                .toList();
    }

    private static Field fromSums(String group, String name, String reads) {
        String sums = "aggregated." + group + ".";
        return field(group + "." + name, percentage(sums + reads, sums + "bam_file_reads"));
    }

    private static List<Field> project() {
        return List.of(
                field("samples", uniqueIds("samples.sample_id", sample -> true)),
                field("samples_reviewed", uniqueIds("samples.sample_id", has("reviewed", "pass", "fail"))),
                field("samples_delivered", uniqueIds("samples.sample_id", has("delivered", "yes"))),
                field("most_recent_proc", mostRecent("analysis_driver_procs")));
    }

    private static List<Field> concat(List<Field> first, List<Field> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
