package org.egcg.reporting.client.folder.internal.example;

import java.util.List;
import java.util.stream.IntStream;
import org.egcg.reporting.client.folder.internal.RunRead;

/**
 * A run that was never sequenced, and what its files say. All numbers follow from lane, sample and read.
 *
 * @param reads in the order in which they are sequenced
 * @param samples of each lane; the same ones in all lanes
 * @param bclConvert whether BCL Convert's reports tell of the reads, or bcl2fastq's files
 */
public record ExampleRun(String runId, int lanes, List<RunRead> reads, int samples, boolean bclConvert) {
    /** The tiles of a lane. */
    public static final int TILES = 4;

    private static final String BASES = "ACGT";
    private static final int BARCODE = 10;

    public ExampleRun {
        reads = List.copyOf(reads);
    }

    /** One run of each instrument that many facilities have, and one with three reads. */
    public static List<ExampleRun> ofAllInstruments() {
        return List.of(
                new ExampleRun("250103_E00306_0025_BHCHK3CCXX", 8, reads("151 8i 151"), 2, false),
                new ExampleRun("250110_M04034_0043_000000000-L6NVV", 1, reads("151 10i 10i 151"), 12, false),
                new ExampleRun("250117_VH00384_146_AACCHKLHV", 2, reads("151 10i 10i 151"), 24, true),
                new ExampleRun("250124_A00834_0183_BHMTFYDRXX", 2, reads("36 10i 10i"), 8, true),
                new ExampleRun("20250131_LH00123_0107_A22FJTGLT3", 8, reads("151 10i 10i 151"), 16, true),
                new ExampleRun("250207_A00901_0092_AHJ5KTDSXY", 4, reads("101 10i 28 101"), 3, true));
    }

    /** Reads from their lengths, those of barcodes with an i behind. */
    public static List<RunRead> reads(String lengths) {
        List<String> parts = List.of(lengths.split(" ", -1));
        return IntStream.range(0, parts.size())
                .mapToObj(place -> read(place + 1, parts.get(place)))
                .toList();
    }

    private static RunRead read(int number, String length) {
        return new RunRead(number, Integer.parseInt(length.replace("i", "")), length.endsWith("i"));
    }

    /** The reads that are no barcodes. */
    public List<RunRead> sequenced() {
        return reads.stream().filter(read -> !read.index()).toList();
    }

    /** The images that instruments take: four of them, or two; newer ones take them in blue and green. */
    public List<String> channels() {
        if (runId.contains("_VH")) {
            return List.of("green", "blue");
        } else if (runId.contains("_LH")) {
            return List.of("blue", "green");
        }
        return bclConvert ? List.of("RED", "GREEN") : List.of("A", "C", "G", "T");
    }

    /** The name of a sample, counted from 1. */
    public String sample(int number) {
        return "S%05d".formatted(number);
    }

    /** The project of a sample: ten samples have one. */
    public String project(int sample) {
        return "P%04d".formatted((sample - 1) / 10 + 1);
    }

    /** The barcodes of a sample, with {@code -} or {@code +} between if there are two. */
    public String barcode(int sample) {
        String first = bases(sample);
        boolean two = reads.stream().filter(RunRead::index).count() > 1;
        return two ? first + (bclConvert ? "-" : "+") + bases(sample + 500_000) : first;
    }

    private static String bases(int number) {
        StringBuilder bases = new StringBuilder();
        for (int place = 0; place < BARCODE; place++) {
            bases.append(BASES.charAt((number >> (2 * place)) & 3));
        }
        return bases.toString();
    }

    /** Reads of a sample in a lane that pass the filter; sample 0 stands for those that belong to none. */
    public long passing(int lane, int sample) {
        return sample == 0 ? 50_000L + lane : 1_000_000L + 1_000L * sample + lane;
    }

    /** All reads of a lane that pass the filter. */
    public long passing(int lane) {
        long sum = 0;
        for (int sample = 0; sample <= samples; sample++) {
            sum += passing(lane, sample);
        }
        return sum;
    }

    /** All clusters of a lane. */
    public long clusters(int lane) {
        return passing(lane) + 200_000L * lane;
    }

    /** Bases of a read, counted from 1 over those that are no barcodes. */
    public long bases(int lane, int sample, int read) {
        return passing(lane, sample) * sequenced().get(read - 1).cycles();
    }

    /** Bases of a read with Q30 or better. */
    public long q30(int lane, int sample, int read) {
        return bases(lane, sample, read) * (96 - 3 * read) / 100;
    }

    /** Bases of a read that were adaptor. */
    public long adaptor(int lane, int sample, int read) {
        return bases(lane, sample, read) * read / 200;
    }

    /** The most frequent barcodes of a lane that no sample carries. */
    public List<String> unknown(int lane) {
        String first = bases(900_000 + lane);
        return List.of(unknown(first), unknown(bases(950_000 + lane)));
    }

    private String unknown(String first) {
        String own = barcode(1);
        int sign = Math.max(own.indexOf('-'), own.indexOf('+'));
        return sign < 0 ? first : first + own.charAt(sign) + first;
    }

    /** How often an unexpected barcode was read, by its place from 0. */
    public long unknownReads(int lane, int place) {
        return 9_000L - 1_000L * place + lane;
    }

    /** Per cent of a read's clusters that align to the control. */
    public double aligned(int lane, int read) {
        return 1 + lane / 8d + read / 4d;
    }

    /** Errors of the control in per cent. */
    public double errors(int lane, int read) {
        return lane / 32d + read / 8d;
    }

    /** The intensity of a read's first cycle in a tile, counted from 0. */
    public int intensity(int lane, int read, int tile) {
        return 1000 + 100 * lane + 10 * read + 2 * tile;
    }

    /** How far bases fall behind in per cent of a cycle. */
    public double phasing(int lane, int read) {
        return lane / 64d + read / 128d;
    }

    /** How far bases run ahead in per cent of a cycle. */
    public double prephasing(int lane, int read) {
        return lane / 128d + read / 64d;
    }
}
