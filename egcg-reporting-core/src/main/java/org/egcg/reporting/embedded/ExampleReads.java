package org.egcg.reporting.embedded;

import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.embedded.ExampleRuns.Sample;

/** Counts of reads and bases as a lane of a patterned flow cell might give them; the same at every call. */
final class ExampleReads {

    private static final int READ_LENGTH = 151;
    private static final long CLUSTERS_PER_LANE = 430_000_000L;

    private final Random random;
    private final Sample sample;
    private final long reads;
    private final double quality;

    /** @param share of the lane's reads, from 0 to 1 */
    ExampleReads(Sample sample, String runElement, double share) {
        this.random = new Random(runElement.hashCode());
        this.sample = sample;
        this.reads = Math.round(CLUSTERS_PER_LANE * share * between(0.93, 1.06));
        boolean poor = sample.id().equals("EG0117P001B01");
        this.quality = poor ? between(0.66, 0.70) : between(0.90, 0.94);
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    BsonDocument counts() {
        long bases = reads * READ_LENGTH;
        long cleanReads = Math.round(reads * 0.991);
        long cleanBases = Math.round(bases * 0.982);
        return new BsonDocument()
                .append("total_reads", integer(reads * between(1.28, 1.36)))
                .append("passing_filter_reads", integer(reads))
                .append("clean_reads", integer(cleanReads))
                .append("phix_reads", integer(reads * between(0.002, 0.006)))
                .append("bases_r1", integer(bases))
                .append("bases_r2", integer(bases))
                .append("q30_bases_r1", integer(bases * quality))
                .append("q30_bases_r2", integer(bases * (quality - 0.06)))
                .append("clean_bases_r1", integer(cleanBases))
                .append("clean_bases_r2", integer(cleanBases * 0.998))
                .append("clean_q30_bases_r1", integer(cleanBases * (quality + 0.004)))
                .append("clean_q30_bases_r2", integer(cleanBases * (quality - 0.054)))
                .append("adaptor_bases_removed_r1", integer(bases * between(0.004, 0.012)))
                .append("adaptor_bases_removed_r2", integer(bases * between(0.004, 0.012)))
                .append("lane_pc_optical_dups", decimal(between(4, 9)));
    }

    BsonDocument mapping() {
        long inBam = reads * 2;
        return new BsonDocument()
                .append("bam_file_reads", integer(inBam))
                .append("mapped_reads", integer(inBam * between(0.978, 0.991)))
                .append("duplicate_reads", integer(inBam * between(0.09, 0.16)))
                .append("properly_mapped_reads", integer(inBam * between(0.955, 0.975)))
                .append("picard_dup_reads", integer(inBam * between(0.10, 0.17)))
                .append("picard_opt_dup_reads", integer(inBam * between(0.04, 0.08)))
                .append("picard_est_lib_size", integer(between(1.1e9, 1.9e9)))
                .append("mean_insert_size", decimal(between(380, 460)))
                .append("std_dev_insert_size", decimal(between(90, 115)))
                .append("median_insert_size", decimal(between(370, 440)))
                .append("median_abs_dev_insert_size", decimal(between(60, 75)));
    }

    double meanCoverage() {
        return 2.0 * reads * READ_LENGTH * 0.86 / (sample.genomeSizeInMb() * 1e6);
    }

    BsonDocument coverage() {
        double mean = meanCoverage();
        return new BsonDocument()
                .append("mean", decimal(mean))
                .append("median", decimal(Math.rint(mean)))
                .append("std_dev", decimal(mean / 3))
                .append("evenness", decimal(between(0.88, 0.95)))
                .append("genome_size", integer(sample.genomeSizeInMb() * 1e6));
    }

    BsonDocument gcBias() {
        return new BsonDocument("slope", decimal(between(-0.004, 0.006)))
                .append("mean_deviation", decimal(between(0.05, 0.15)));
    }

    BsonString barcode() {
        String letters = "ACGT";
        Random sequence = new Random(sample.id().hashCode());
        StringBuilder barcode = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            barcode.append(letters.charAt(sequence.nextInt(4)));
        }
        return new BsonString(barcode.toString());
    }

    static BsonInt64 integer(long value) {
        return new BsonInt64(value);
    }

    static BsonInt64 integer(double value) {
        return new BsonInt64(Math.round(value));
    }

    static BsonDouble decimal(double value) {
        return new BsonDouble(Math.round(value * 1e4) / 1e4);
    }
}
