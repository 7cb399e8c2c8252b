package org.egcg.reporting.embedded;

import static org.egcg.reporting.embedded.ExampleDocuments.array;
import static org.egcg.reporting.embedded.ExampleDocuments.date;
import static org.egcg.reporting.embedded.ExampleDocuments.texts;
import static org.egcg.reporting.embedded.ExampleReads.decimal;
import static org.egcg.reporting.embedded.ExampleReads.integer;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.embedded.ExampleRuns.Sample;

/** What became of a sample of the example laboratory: analysed, reviewed, delivered, or still waiting. */
final class ExampleResults {

    private static final LocalDateTime LATEST_ANALYSES = LocalDateTime.parse("2026-11-24T20:10");

    private final Sample sample;
    private final List<BsonDocument> elements;
    private final ExampleProcs procs;
    private final Random random;

    ExampleResults(Sample sample, List<BsonDocument> elements, ExampleProcs procs) {
        this.sample = sample;
        this.elements = elements;
        this.procs = procs;
        this.random = new Random(sample.id().hashCode());
    }

    void into(BsonDocument document) {
        if (sample.plate().equals("EG0117P002")) {
            return;
        }
        if (sample.number() >= 14 && sample.human()) {
            String status = sample.number() == 16 ? "failed" : "processing";
            document.append("analysis_driver_procs", array(procs.of(sample, LATEST_ANALYSES, status)));
            return;
        }
        LocalDateTime start = sample.project().equals("EG0104")
                ? LocalDateTime.parse("2026-06-15T18:00")
                : LocalDateTime.parse(sample.human() ? "2026-09-22T18:00" : "2026-10-19T18:00");
        document.append("analysis_driver_procs", array(procs.of(sample, start, "finished")));
        measured(document);
        reviewed(document, start.plusDays(2));
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private void measured(BsonDocument document) {
        long reads = elements.stream()
                .filter(element -> new BsonString("yes").equals(element.get("useable")))
                .mapToLong(element -> element.getDocument("mapping_metrics")
                        .getInt64("bam_file_reads")
                        .getValue())
                .sum();
        double genome = sample.genomeSizeInMb() * 1e6;
        double coverage = reads * 151.0 * 0.86 / genome;
        document.append("bam_file_reads", integer(reads))
                .append("mapped_reads", integer(reads * between(0.98, 0.99)))
                .append("properly_mapped_reads", integer(reads * between(0.955, 0.97)))
                .append("duplicate_reads", integer(reads * between(0.10, 0.15)))
                .append("mean_insert_size", decimal(between(390, 450)))
                .append("median_coverage", decimal(Math.rint(coverage)))
                .append("pc_callable", decimal(between(0.95, 0.98)))
                .append(
                        "coverage",
                        new BsonDocument("mean", decimal(coverage))
                                .append("median", decimal(Math.rint(coverage)))
                                .append("evenness", decimal(between(0.88, 0.95)))
                                .append("genome_size", integer(genome))
                                .append(
                                        "bases_at_coverage",
                                        new BsonDocument("bases_at_5X", integer(genome * 0.985))
                                                .append(
                                                        "bases_at_15X",
                                                        integer(genome * (coverage > 18 ? 0.96 : 0.55)))))
                .append("species_contamination", contamination());
        if (sample.human()) {
            validated(document);
        }
    }

    private BsonDocument contamination() {
        return new BsonDocument("total_reads_mapped", integer(100_000))
                .append("percent_unmapped", decimal(between(1.2, 2.4)))
                .append("percent_unmapped_focal", decimal(between(1.4, 2.8)))
                .append(
                        "contaminant_unique_mapped",
                        new BsonDocument(sample.species(), integer(between(82_000, 96_000)))
                                .append("Escherichia coli", integer(between(0, 40)))
                                .append("Gallus gallus", integer(sample.id().equals("EG0117P001D01") ? 2_140 : 12)));
    }

    private void validated(BsonDocument document) {
        boolean swapped = sample.id().equals("EG0117P001C01");
        String sex = sample.number() % 2 == 0 ? "male" : "female";
        document.append(
                "sex_validation",
                texts("called", sex, "provided", swapped ? "male" : sex)
                        .append("hetX", decimal(0.47))
                        .append("covY", decimal(0.02)));
        document.append(
                "genotype_validation",
                new BsonDocument("matching_snps", integer(swapped ? 12 : 29))
                        .append("mismatching_snps", integer(swapped ? 17 : 0))
                        .append("no_call_chip", integer(2))
                        .append("no_call_seq", integer(1)));
        document.append(
                "sample_contamination",
                new BsonDocument("freemix", decimal(between(0.0001, 0.004)))
                        .append("ti_tv_ratio", decimal(between(1.98, 2.05)))
                        .append("het_hom_ratio", decimal(between(1.5, 1.7))));
    }

    /** Reviews of the first project are done, delivered too; of the others some wait. */
    private void reviewed(BsonDocument document, LocalDateTime when) {
        boolean delivered = sample.project().equals("EG0104");
        boolean failed = List.of("EG0117P001B01", "EG0117P001C01").contains(sample.id());
        boolean waiting = !delivered && !failed && sample.number() % 3 == 0;
        if (waiting) {
            return;
        }
        document.append("reviewed", new BsonString(failed ? "fail" : "pass"))
                .append("review_date", date(when))
                .append("useable", new BsonString(failed ? "no" : "yes"))
                .append("useable_date", date(when.plusHours(20)))
                .append("useable_reviewer", new BsonString("demo"));
        if (sample.id().equals("EG0117P001C01")) {
            document.append("review_comments", new BsonString("Failed due to genotype and sex: another sample's?"));
        }
        if (delivered) {
            delivered(document, when.plusDays(6));
        }
    }

    private void delivered(BsonDocument document, LocalDateTime when) {
        document.append("delivered", new BsonString("yes"))
                .append("delivery_date", date(when))
                .append(
                        "files_delivered",
                        array(List.of(texts(
                                        "file_path",
                                        "EG0104/2026-06-23/" + sample.userSampleId() + "/" + sample.userSampleId()
                                                + ".bam",
                                        "md5",
                                        "%032x".formatted(sample.id().hashCode() & 0xffffffffL))
                                .append("size", integer(6.8e10)))));
    }
}
