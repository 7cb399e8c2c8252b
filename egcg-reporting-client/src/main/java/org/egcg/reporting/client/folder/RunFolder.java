package org.egcg.reporting.client.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.egcg.reporting.client.folder.internal.RunDocuments;
import org.egcg.reporting.client.folder.internal.RunFiles;
import org.egcg.reporting.client.folder.internal.Verification;
import org.egcg.reporting.client.folder.internal.tool.ToolMappings;

/**
 * What one run's folder says, as documents of the reporting API. Everything was read and held against one another: numbers
 * that two files tell are the same in both, and parts add up to their wholes. Immutable.
 */
public final class RunFolder {
    private final RunFiles files;
    private final RunDocuments documents;

    private RunFolder(RunFiles files, int unknownBarcodes) {
        Verification.check(files);
        this.files = files;
        this.documents = RunDocuments.of(files, unknownBarcodes);
    }

    /**
     * The runs of a folder, in the order of their names: it may be one run's or hold several, and outputs of demultiplexing
     * may lie apart from the run as long as they name it.
     *
     * @param unknownBarcodes how many of a lane's unexpected barcodes count, the most frequent first
     * @throws FolderException for what cannot be read or does not fit together
     */
    public static List<RunFolder> in(Path folder, int unknownBarcodes) {
        return in(folder, unknownBarcodes, ToolMappings.packaged());
    }

    /** The same with a file that says what becomes of the outputs of tools, like {@code etc/import_mappings.yaml}. */
    public static List<RunFolder> in(Path folder, int unknownBarcodes, Path mappings) {
        return in(folder, unknownBarcodes, ToolMappings.read(mappings));
    }

    private static List<RunFolder> in(Path folder, int unknownBarcodes, ToolMappings mappings) {
        List<RunFolder> runs = new ArrayList<>();
        for (RunFiles files : RunFiles.in(folder, mappings)) {
            runs.add(new RunFolder(files, unknownBarcodes));
        }
        return runs;
    }

    /** The run's id. */
    public String runId() {
        return files.info().runId();
    }

    /** The folder. */
    public Path path() {
        return files.root();
    }

    /** The files that were read. */
    public List<Path> read() {
        return files.read();
    }

    /** Outputs of tools that became nothing, each with the reason. */
    public List<String> notMapped() {
        return files.metrics().notMapped();
    }

    /** The resources of which there are documents, and their id fields, in the order in which they are stored. */
    public static Map<String, String> resources() {
        return RunDocuments.ID_FIELDS;
    }

    /** The documents of a resource, made one by one. */
    public Stream<ObjectNode> documents(String resource) {
        return documents.of(resource);
    }

    /** The last cycle that the instrument has written measures of; 0 if there are none. */
    public int cyclesDone() {
        return files.measures().cyclesDone();
    }

    /** All cycles of the run, those of barcodes included. */
    public int cycles() {
        return files.info().cycles();
    }

    /** Whether the instrument says that it has written all. */
    public boolean isComplete() {
        return files.isComplete();
    }
}
