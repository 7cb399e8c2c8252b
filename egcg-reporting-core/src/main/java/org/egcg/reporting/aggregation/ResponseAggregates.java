package org.egcg.reporting.aggregation;

import static org.egcg.reporting.aggregation.AggregatedField.field;
import static org.egcg.reporting.aggregation.Each.each;
import static org.egcg.reporting.aggregation.Expressions.coefficientOfVariation;
import static org.egcg.reporting.aggregation.Expressions.mostRecent;
import static org.egcg.reporting.aggregation.Expressions.not;
import static org.egcg.reporting.aggregation.Expressions.oneOf;
import static org.egcg.reporting.aggregation.Expressions.percentage;
import static org.egcg.reporting.aggregation.Expressions.set;
import static org.egcg.reporting.aggregation.Expressions.total;
import static org.egcg.reporting.aggregation.Relation.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;

/**
 * The numbers that an earlier version of the API added to the documents of a list, computed of what was embedded in
 * each. Clients that still ask for them get them; others use what is stored in {@code aggregated}. Immutable.
 */
public final class ResponseAggregates {

    private static final Expression BARCODE_KNOWN = not(oneOf("barcode", "unknown"));

    private static final Map<String, Relation> RELATIONS = Stream.of(
                    relation("run_elements", "run_element_id")
                            .computes(quality("", "pc_pass_filter", "pc_q30_r1", "pc_q30_r2", "pc_q30", "yield_in_gb")),
                    sums(relation("lanes", "lane_id")).computes(lane()),
                    sums(relation("runs", "run_id")).computes(run()),
                    sums(relation("samples", "sample_id")).computes(sample()),
                    relation("projects", "project_id").computes(List.of(field("nb_samples", countOf("samples")))))
            .collect(Collectors.toMap(Relation::resource, relation -> relation));

    private final Relation relation;

    private ResponseAggregates(Relation relation) {
        this.relation = relation;
    }

    /** None for resources to which nothing was ever added. */
    public static Optional<ResponseAggregates> of(String resource) {
        return Optional.ofNullable(RELATIONS.get(resource)).map(ResponseAggregates::new);
    }

    /**
     * The documents of a page with their numbers, in the order asked for if that is one of these.
     *
     * @param sort a field with {@code -} before it for the descending order; anything else changes no order
     */
    public List<BsonDocument> added(List<BsonDocument> page, String sort) {
        List<BsonDocument> added =
                new ArrayList<>(page.stream().map(this::added).toList());
        String column = sort.startsWith("-") ? sort.substring(1) : sort;
        if (relation.fields().stream().anyMatch(field -> field.name().equals(column))) {
            Comparator<BsonDocument> order = Comparator.comparing(
                    document -> document.get(column), Comparator.comparing(ResponseAggregates::rank));
            added.sort(sort.startsWith("-") ? order.reversed() : order);
        }
        return added;
    }

    /** Lists count as long as they are, and what is not there is less than anything. */
    private static double rank(BsonValue value) {
        if (value.isNumber()) {
            return value.asNumber().doubleValue();
        }
        return value.isArray() ? value.asArray().size() : Double.NEGATIVE_INFINITY;
    }

    private BsonDocument added(BsonDocument document) {
        BsonDocument added = Bson.copy(document);
        added.putAll(relation.aggregate(document));
        if (relation.resource().equals("samples")) {
            added.remove("run_elements");
        }
        return added;
    }

    private static Relation sums(Relation relation) {
        return relation.computes(EarlierQuality.SUMMED.stream()
                .map(name -> field(name, total("run_elements." + name)))
                .toList());
    }

    private static List<AggregatedField> quality(String of, String... names) {
        return EarlierQuality.quality(of).stream()
                .filter(field -> Set.of(names).contains(field.name()))
                .toList();
    }

    private static List<AggregatedField> lane() {
        return concat(
                quality("aggregated.", "pc_pass_filter", "pc_q30_r1", "pc_q30_r2", "pc_q30", "yield_in_gb"),
                List.of(
                        field("run_ids", set("run_elements.run_id")),
                        field(
                                "cv",
                                coefficientOfVariation(each("run_elements.passing_filter_reads")
                                        .among(BARCODE_KNOWN)))));
    }

    private static List<AggregatedField> run() {
        return concat(
                quality(
                        "aggregated.",
                        "pc_q30_r1",
                        "pc_q30_r2",
                        "pc_q30",
                        "clean_pc_q30_r1",
                        "clean_pc_q30_r2",
                        "clean_pc_q30",
                        "yield_in_gb",
                        "yield_q30_in_gb",
                        "clean_yield_in_gb",
                        "clean_yield_q30_in_gb"),
                List.of(
                        field("run_ids", set("run_elements.run_id")),
                        field("project_ids", set("run_elements.project_id")),
                        field("review_statuses", set("run_elements.reviewed")),
                        field("useable_statuses", set("run_elements.useable")),
                        field("analysis_driver_proc", mostRecent("analysis_driver_procs"))));
    }

    private static List<AggregatedField> sample() {
        return concat(
                quality(
                        "aggregated.",
                        "pc_pass_filter",
                        "clean_pc_q30_r1",
                        "clean_pc_q30_r2",
                        "clean_pc_q30",
                        "clean_yield_in_gb"),
                List.of(
                        field("run_ids", set("run_elements.run_id")),
                        renamed("clean_yield_q30_in_gb", "clean_yield_q30"),
                        field("pc_mapped_reads", percentage("mapped_reads", "bam_file_reads")),
                        field("pc_properly_mapped_reads", percentage("properly_mapped_reads", "bam_file_reads")),
                        field("pc_duplicate_reads", percentage("duplicate_reads", "bam_file_reads"))));
    }

    private static AggregatedField renamed(String name, String old) {
        return field(old, quality("aggregated.", name).get(0).expression());
    }

    private static Expression countOf(String list) {
        return entity ->
                entity.isArray(list) ? new BsonInt64(new HashSet<>(entity.getArray(list)).size()) : BsonNull.VALUE;
    }

    private static List<AggregatedField> concat(List<AggregatedField> first, List<AggregatedField> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
