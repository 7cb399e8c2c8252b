package org.egcg.reporting.client.folder.internal.example;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.egcg.reporting.client.folder.internal.RunRead;

/** The instrument's own files: in old versions beside bcl2fastq, in new ones beside BCL Convert. */
final class ExampleInterop {
    private static final int QUALITIES = 50;

    /** Of this many bases of a cycle, so many have Q30 or better. */
    static final int CALLED = 100;

    private static final int FIRST_TILE = 1101;

    /** The intensity of the channel that is not shown. */
    private static final int OTHER = 7;

    private final ExampleRun run;
    private final Path folder;
    private final boolean recent;

    private ExampleInterop(ExampleRun run, Path folder) {
        this.run = run;
        this.folder = folder;
        this.recent = run.bclConvert();
    }

    static void write(ExampleRun run, Path folder) {
        try {
            Files.createDirectories(folder);
            ExampleInterop example = new ExampleInterop(run, folder);
            example.file("TileMetricsOut.bin", example::tiles);
            example.file("QMetricsOut.bin", example::qualities);
            example.file("ErrorMetricsOut.bin", example::errors);
            example.file("ExtractionMetricsOut.bin", example::intensities);
            if (example.recent) {
                example.file("EmpiricalPhasingMetricsOut.bin", example::phasing);
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** What writes a file. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void file(String name, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            content.write(out);
        }
    }

    /** A record that begins with lane and tile. */
    private ByteBuffer record(int length, int lane, int tile) {
        ByteBuffer record = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        record.putShort((short) lane);
        return recent ? record.putInt(FIRST_TILE + tile) : record.putShort((short) (FIRST_TILE + tile));
    }

    private static void write(OutputStream out, ByteBuffer record) throws IOException {
        byte[] bytes = new byte[record.capacity()];
        record.rewind().get(bytes);
        out.write(bytes);
    }

    private interface Place {
        void take(int lane, int tile) throws IOException;
    }

    private void each(Place place) throws IOException {
        for (int lane = 1; lane <= run.lanes(); lane++) {
            for (int tile = 0; tile < ExampleRun.TILES; tile++) {
                place.take(lane, tile);
            }
        }
    }

    private static long share(long whole, int tile) {
        long each = whole / ExampleRun.TILES;
        return tile == 0 ? whole - each * (ExampleRun.TILES - 1) : each;
    }

    private void tiles(OutputStream out) throws IOException {
        out.write(recent ? new byte[] {3, 15, 0, 0, 0x60, 0x3f} : new byte[] {2, 10});
        each((lane, tile) -> {
            float clusters = share(run.clusters(lane), tile);
            float passing = share(run.passing(lane), tile);
            if (recent) {
                write(
                        out,
                        record(15, lane, tile)
                                .put((byte) 't')
                                .putFloat(clusters)
                                .putFloat(passing));
            } else {
                code(out, lane, tile, 102, clusters);
                code(out, lane, tile, 103, passing);
            }
            int number = 0;
            for (RunRead read : run.sequenced()) {
                number++;
                float aligned = (float) run.aligned(lane, number);
                if (recent) {
                    write(
                            out,
                            record(15, lane, tile)
                                    .put((byte) 'r')
                                    .putInt(read.number())
                                    .putFloat(aligned));
                } else {
                    code(out, lane, tile, 299 + read.number(), aligned);
                    code(out, lane, tile, 198 + 2 * read.number(), (float) (run.phasing(lane, number) / 100));
                    code(out, lane, tile, 199 + 2 * read.number(), (float) (run.prephasing(lane, number) / 100));
                }
            }
        });
    }

    private void code(OutputStream out, int lane, int tile, int code, float value) throws IOException {
        write(out, record(10, lane, tile).putShort((short) code).putFloat(value));
    }

    /** All cycles of the reads that are no barcodes. */
    private interface Cycle {
        void take(int lane, int tile, int cycle, int within, int read) throws IOException;
    }

    private void cycles(Cycle taker) throws IOException {
        each((lane, tile) -> {
            int cycle = 0;
            int number = 0;
            for (RunRead read : run.reads()) {
                number += read.index() ? 0 : 1;
                for (int within = 1; within <= read.cycles(); within++) {
                    cycle++;
                    if (!read.index()) {
                        taker.take(lane, tile, cycle, within, number);
                    }
                }
            }
        });
    }

    /** Three bins in version 7, all qualities in version 4. */
    private void qualities(OutputStream out) throws IOException {
        out.write(recent ? new byte[] {7, 20, 1, 3, 2, 17, 11, 18, 29, 25, 30, 40, 37} : new byte[] {4, (byte) 206});
        cycles((lane, tile, cycle, within, read) -> {
            int good = 96 - 3 * read;
            if (recent) {
                write(
                        out,
                        record(20, lane, tile)
                                .putShort((short) cycle)
                                .putInt(1)
                                .putInt(CALLED - good - 1)
                                .putInt(good));
            } else {
                ByteBuffer record = record(206, lane, tile).putShort((short) cycle);
                for (int quality = 1; quality <= QUALITIES; quality++) {
                    record.putInt(quality == 22 ? CALLED - good : quality == 37 ? good : 0);
                }
                write(out, record);
            }
        });
    }

    private void errors(OutputStream out) throws IOException {
        out.write(recent ? new byte[] {4, 12} : new byte[] {3, 30});
        cycles((lane, tile, cycle, within, read) -> write(
                out,
                record(recent ? 12 : 30, lane, tile).putShort((short) cycle).putFloat((float) run.errors(lane, read))));
    }

    private void intensities(OutputStream out) throws IOException {
        out.write(recent ? new byte[] {3, 20, 2} : new byte[] {2, 38});
        cycles((lane, tile, cycle, within, read) -> {
            ByteBuffer record = record(recent ? 20 : 38, lane, tile).putShort((short) cycle);
            record.position(record.position() + (recent ? 2 : 4) * Float.BYTES);
            int intensity = within == 1 ? run.intensity(lane, read, tile) : 1;
            boolean first = !run.channels().get(0).equals("green");
            write(out, record.putShort((short) (first ? intensity : OTHER)).putShort((short)
                    (first ? OTHER : intensity)));
        });
    }

    private void phasing(OutputStream out) throws IOException {
        out.write(new byte[] {2, 16});
        cycles((lane, tile, cycle, within, read) -> write(
                out,
                record(16, lane, tile)
                        .putShort((short) cycle)
                        .putFloat((float) (run.phasing(lane, read) * within))
                        .putFloat((float) (run.prephasing(lane, read) * within))));
    }
}
