package org.egcg.reporting.client.folder.internal.demultiplexing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.egcg.reporting.client.folder.internal.JsonFile;
import org.egcg.reporting.client.folder.internal.Names;
import org.egcg.reporting.client.folder.internal.Numbers;

/** Reads bcl2fastq's {@code Stats.json}, of which only one sample is in memory at a time. */
public final class StatsJson {
    private final Path file;
    private final Demultiplexing run;
    private final JsonParser parser;

    private StatsJson(Path file, Demultiplexing run, JsonParser parser) {
        this.file = file;
        this.run = run;
        this.parser = parser;
    }

    /** Tells what the file says. */
    public static void read(Path file, Demultiplexing run) {
        JsonFile.read(file, parser -> new StatsJson(file, run, parser).read());
    }

    private void read() throws IOException {
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = field();
            parser.nextToken();
            switch (name) {
                case "RunId" -> run.tellRun(Names.run(parser.getText()), file);
                case "ConversionResults" -> eachOf(this::lane);
                case "UnknownBarcodes" -> eachOf(this::unknown);
                default -> parser.skipChildren();
            }
        }
    }

    private String field() throws IOException {
        expect(parser.currentToken(), JsonToken.FIELD_NAME);
        return parser.currentName();
    }

    private static void expect(JsonToken token, JsonToken wanted) {
        if (token != wanted) {
            throw new IllegalArgumentException("is not as bcl2fastq writes it, or cut off");
        }
    }

    /** What reads one member of a list. */
    @FunctionalInterface
    private interface Member {
        void read() throws IOException;
    }

    private void eachOf(Member member) throws IOException {
        expect(parser.currentToken(), JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.START_OBJECT);
            member.read();
        }
    }

    private void lane() throws IOException {
        int lane = 0;
        long clusters = 0;
        long passing = 0;
        long bases = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = field();
            parser.nextToken();
            switch (name) {
                case "LaneNumber" -> lane = Numbers.within(parser.getText(), 1, 8, name);
                case "TotalClustersRaw" -> clusters = Numbers.count(parser.getText(), name);
                case "TotalClustersPF" -> passing = Numbers.count(parser.getText(), name);
                case "Yield" -> bases = Numbers.count(parser.getText(), name);
                case "DemuxResults" -> {
                    int number = numbered(lane);
                    eachOf(() -> sample(number, JsonFile.part(parser)));
                }
                case "Undetermined" ->
                    reads(run.element(numbered(lane), Element.UNDETERMINED, ""), JsonFile.part(parser));
                default -> parser.skipChildren();
            }
        }
        run.tellTotals(
                numbered(lane), new LaneTotals(OptionalLong.of(clusters), passing, OptionalLong.of(bases), file));
    }

    private static int numbered(int lane) {
        if (lane == 0) {
            throw new IllegalArgumentException("has a lane without its number");
        }
        return lane;
    }

    private void sample(int lane, JsonNode sample) {
        String id = Names.of(sample.path("SampleId").asText(), "SampleId");
        JsonNode barcode = sample.path("IndexMetrics").path(0).path("IndexSequence");
        Element element = run.element(lane, id, barcode.isTextual() ? Names.barcode(barcode.asText()) : "");
        String name = sample.path("SampleName").asText();
        if (!name.isEmpty()) {
            element.tellName(Names.of(name, "SampleName"));
            run.tellIdOf(name, id);
        }
        reads(element, sample);
    }

    private void reads(Element element, JsonNode found) {
        element.tell(Count.PASSING_FILTER_READS, number(found, "NumberReads"), file);
        for (JsonNode read : found.path("ReadMetrics")) {
            int number = Numbers.within(read.path("ReadNumber").asText(), 1, Count.MOST_READS, "ReadNumber");
            element.tell(Count.bases(number), number(read, "Yield"), file);
            element.tell(Count.q30(number), number(read, "YieldQ30"), file);
            if (read.has("TrimmedBases")) {
                element.tell(Count.adaptor(number), number(read, "TrimmedBases"), file);
            }
        }
    }

    private static long number(JsonNode object, String name) {
        return Numbers.count(object.path(name).asText(), name);
    }

    private void unknown() throws IOException {
        int lane = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = field();
            parser.nextToken();
            switch (name) {
                case "Lane" -> lane = Numbers.within(parser.getText(), 1, 8, name);
                case "Barcodes" -> barcodes(numbered(lane));
                default -> parser.skipChildren();
            }
        }
    }

    private void barcodes(int lane) throws IOException {
        expect(parser.currentToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String barcode = field();
            parser.nextToken();
            if (!barcode.equals("unknown")) {
                long reads = Numbers.count(parser.getText(), "reads of " + barcode);
                run.tellUnknown(lane, Names.barcode(barcode), reads, file);
            }
        }
    }
}
