package org.egcg.reporting.client.folder.internal.demultiplexing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.egcg.reporting.client.folder.FolderException;
import org.egcg.reporting.client.folder.internal.Names;
import org.egcg.reporting.client.folder.internal.Numbers;
import org.egcg.reporting.client.folder.internal.TextFile;

/** Reads bcl2fastq's {@code Stats.json}, of which only one sample is in memory at a time. */
public final class StatsJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

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
        TextFile.readBytes(file, bytes -> {
            try (JsonParser parser = MAPPER.createParser(bytes)) {
                try {
                    new StatsJson(file, run, parser).read();
                } catch (IllegalArgumentException wrong) {
                    throw new FolderException(file, line(parser), wrong.getMessage(), wrong);
                }
            } catch (JsonProcessingException wrong) {
                long line =
                        wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
                throw new FolderException(file, line, "is no such JSON: " + wrong.getOriginalMessage(), wrong);
            }
            return true;
        });
    }

    private static long line(JsonParser parser) {
        return parser.currentLocation().getLineNr();
    }

    private void read() throws IOException {
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = field();
            parser.nextToken();
            switch (name) {
                case "RunId" -> run.tellRun(Names.run(parser.getText()));
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
                    eachOf(() -> sample(number, MAPPER.readTree(parser)));
                }
                case "Undetermined" ->
                    reads(run.element(numbered(lane), Element.UNDETERMINED, ""), MAPPER.readTree(parser));
                default -> parser.skipChildren();
            }
        }
        run.tellTotals(
                numbered(lane), new LaneTotals(OptionalLong.of(clusters), passing, OptionalLong.of(bases), file));
    }

    private static int numbered(int lane) {
        if (lane == 0) {
            throw new IllegalArgumentException("has a lane without LaneNumber");
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
        JsonNode found = MAPPER.readTree(parser);
        int lane = Numbers.within(found.path("Lane").asText(), 1, 8, "Lane");
        for (Map.Entry<String, JsonNode> barcode : found.path("Barcodes").properties()) {
            if (!barcode.getKey().equals("unknown")) {
                long reads = Numbers.count(barcode.getValue().asText(), "reads of " + barcode.getKey());
                run.tellUnknown(lane, Names.barcode(barcode.getKey()), reads, file);
            }
        }
    }
}
