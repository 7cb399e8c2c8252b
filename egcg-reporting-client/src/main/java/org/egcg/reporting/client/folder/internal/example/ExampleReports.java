package org.egcg.reporting.client.folder.internal.example;

import java.io.PrintWriter;
import java.util.List;

/** The reports of BCL Convert. */
@SuppressWarnings("OrphanedFormatString") // heads of columns have signs of per cent
final class ExampleReports {
    private final ExampleRun run;

    ExampleReports(ExampleRun run) {
        this.run = run;
    }

    void counts(PrintWriter out) {
        out.println("Lane,SampleID,Sample_Project,Index,# Reads,# Perfect Index Reads,# One Mismatch Index Reads,"
                + "# Two Mismatch Index Reads,% Reads,% Perfect Index Reads,% One Mismatch Index Reads,"
                + "% Two Mismatch Index Reads");
        each((lane, sample) -> {
            long reads = run.passing(lane, sample);
            out.printf(
                    "%d,%s,%s,%d,%d,0,0,%.4f,1.0000,0.0000,0.0000%n",
                    lane,
                    names(sample),
                    sample == 0 ? "" : run.barcode(sample),
                    reads,
                    reads,
                    (double) reads / run.passing(lane));
        });
    }

    void quality(PrintWriter out) {
        out.println("Lane,SampleID,Sample_Project,index,index2,ReadNumber,Yield,YieldQ30,QualityScoreSum,"
                + "Mean Quality Score (PF),% Q30");
        each((lane, sample) -> reads(read -> out.printf(
                "%d,%s,%s,%d,%d,%d,%d,35.00,0.90%n",
                lane,
                names(sample),
                barcodes(sample),
                read,
                run.bases(lane, sample, read),
                run.q30(lane, sample, read),
                35 * run.bases(lane, sample, read))));
    }

    void adapters(PrintWriter out) {
        out.println("Lane,Sample_ID,index,index2,ReadNumber,AdapterBases,SampleBases,% Adapter Bases");
        each((lane, sample) -> reads(read -> out.printf(
                "%d,%s,%s,%d,%d,%d,0.01%n",
                lane,
                sample == 0 ? "Undetermined" : run.sample(sample),
                barcodes(sample),
                read,
                run.adaptor(lane, sample, read),
                run.bases(lane, sample, read))));
    }

    void unknown(PrintWriter out) {
        out.println("Lane,index,index2,# Reads,% of Unknown Barcodes,% of All Reads");
        for (int lane = 1; lane <= run.lanes(); lane++) {
            List<String> unknown = run.unknown(lane);
            for (int place = 0; place < unknown.size(); place++) {
                out.printf(
                        "%d,%s,%d,0.100000,0.010000%n",
                        lane, columns(unknown.get(place)), run.unknownReads(lane, place));
            }
        }
    }

    private interface LaneSample {
        void take(int lane, int sample);
    }

    private interface Read {
        void take(int read);
    }

    private void each(LaneSample taker) {
        for (int lane = 1; lane <= run.lanes(); lane++) {
            for (int sample = 0; sample <= run.samples(); sample++) {
                taker.take(lane, sample);
            }
        }
    }

    private void reads(Read taker) {
        for (int read = 1; read <= run.sequenced().size(); read++) {
            taker.take(read);
        }
    }

    private String names(int sample) {
        return sample == 0 ? "Undetermined,Undetermined" : run.sample(sample) + "," + run.project(sample);
    }

    private String barcodes(int sample) {
        return sample == 0 ? "," : columns(run.barcode(sample));
    }

    private static String columns(String barcode) {
        return barcode.indexOf('-') < 0 ? barcode + "," : barcode.replace('-', ',');
    }
}
