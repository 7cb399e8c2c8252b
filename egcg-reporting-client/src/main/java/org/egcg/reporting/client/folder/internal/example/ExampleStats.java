package org.egcg.reporting.client.folder.internal.example;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;

/** bcl2fastq's file of numbers. */
final class ExampleStats {
    private final ExampleRun run;

    ExampleStats(ExampleRun run) {
        this.run = run;
    }

    void json(PrintWriter out) {
        ObjectNode stats = JsonNodeFactory.instance.objectNode();
        stats.put("Flowcell", "example").put("RunNumber", 1).put("RunId", run.runId());
        stats.putArray("ReadInfosForLanes");
        ArrayNode lanes = stats.putArray("ConversionResults");
        ArrayNode unknown = stats.putArray("UnknownBarcodes");
        for (int lane = 1; lane <= run.lanes(); lane++) {
            lanes.add(lane(lane));
            ObjectNode barcodes = unknown.addObject().put("Lane", lane).putObject("Barcodes");
            List<String> names = run.unknown(lane);
            for (int place = 0; place < names.size(); place++) {
                barcodes.put(names.get(place), run.unknownReads(lane, place));
            }
        }
        out.println(stats.toPrettyString());
    }

    private ObjectNode lane(int lane) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        long bases = 0;
        for (int sample = 0; sample <= run.samples(); sample++) {
            bases += bases(lane, sample);
        }
        result.put("LaneNumber", lane)
                .put("TotalClustersRaw", run.clusters(lane))
                .put("TotalClustersPF", run.passing(lane))
                .put("Yield", bases);
        ArrayNode samples = result.putArray("DemuxResults");
        for (int sample = 1; sample <= run.samples(); sample++) {
            ObjectNode found =
                    samples.addObject().put("SampleId", run.sample(sample)).put("SampleName", "customer " + sample);
            found.putArray("IndexMetrics").addObject().put("IndexSequence", run.barcode(sample));
            reads(found, lane, sample);
        }
        reads(result.putObject("Undetermined"), lane, 0);
        return result;
    }

    private long bases(int lane, int sample) {
        long bases = 0;
        for (int read = 1; read <= run.sequenced().size(); read++) {
            bases += run.bases(lane, sample, read);
        }
        return bases;
    }

    private void reads(ObjectNode found, int lane, int sample) {
        found.put("NumberReads", run.passing(lane, sample)).put("Yield", bases(lane, sample));
        ArrayNode metrics = found.putArray("ReadMetrics");
        for (int read = 1; read <= run.sequenced().size(); read++) {
            metrics.addObject()
                    .put("ReadNumber", read)
                    .put("Yield", run.bases(lane, sample, read))
                    .put("YieldQ30", run.q30(lane, sample, read))
                    .put("TrimmedBases", run.adaptor(lane, sample, read));
        }
    }
}
