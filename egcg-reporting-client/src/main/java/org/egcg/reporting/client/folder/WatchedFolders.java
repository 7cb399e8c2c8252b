package org.egcg.reporting.client.folder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.RestClientException;
import org.egcg.reporting.client.folder.internal.Footprint;

/**
 * Directories into which sequencers write. Each look imports the runs that have begun, grown or ended since the last one,
 * and keeps the record of their sequencing, so that pages show how far a run is. What was seen is kept in a file, so that
 * another process goes on where one has stopped. For one thread.
 */
public final class WatchedFolders {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Path> directories;
    private final Path memory;
    private final ObjectNode seen;
    private final int unknownBarcodes;

    private WatchedFolders(List<Path> directories, Path memory, ObjectNode seen, int unknownBarcodes) {
        this.directories = List.copyOf(directories);
        this.memory = memory;
        this.seen = seen;
        this.unknownBarcodes = unknownBarcodes;
    }

    /** @param memory the file in which it is kept what was seen; made where it is not there */
    public static WatchedFolders of(List<Path> directories, Path memory, int unknownBarcodes) {
        return new WatchedFolders(directories, memory, remembered(memory), unknownBarcodes);
    }

    /** What cannot be read is forgotten: all runs are imported again, which changes nothing. */
    private static ObjectNode remembered(Path memory) {
        try {
            if (MAPPER.readTree(memory.toFile()) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException forgotten) {
            return MAPPER.createObjectNode();
        }
        return MAPPER.createObjectNode();
    }

    /**
     * Looks once at all directories. Runs that cannot be read are told of, and looked at again when they have changed; those
     * that the service did not take, at the next look.
     *
     * @param told the run's folder, and what became of it
     */
    public void look(Communicator reporting, BiConsumer<Path, String> told) {
        for (Path directory : directories) {
            for (Path run : runs(directory, told)) {
                String footprint = Footprint.of(run);
                if (!footprint.equals(seen.path(run.toString()).asText())) {
                    look(reporting, run, footprint, told);
                }
            }
        }
    }

    /** A directory that is away for a while, as network file systems are, has no runs for this while. */
    private static List<Path> runs(Path directory, BiConsumer<Path, String> told) {
        List<Path> runs = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry.resolve("RunInfo.xml"))) {
                    runs.add(entry.toAbsolutePath());
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException wrong) {
            told.accept(directory, "cannot be read: " + wrong.getMessage());
        }
        runs.sort(null);
        return runs;
    }

    private void look(Communicator reporting, Path folder, String footprint, BiConsumer<Path, String> told) {
        try {
            for (RunFolder run : RunFolder.in(folder, unknownBarcodes)) {
                Importer importer = Importer.into(reporting);
                ImportResult result = importer.carryOut(importer.plan(run));
                String state = new SequencingRecord(reporting, run).keep();
                told.accept(folder, "%d posted, %d changed; %s".formatted(result.posted(), result.patched(), state));
            }
            remember(folder, footprint);
        } catch (FolderException wrong) {
            told.accept(folder, String.valueOf(wrong.getMessage()));
            remember(folder, footprint);
        } catch (RestClientException notTaken) {
            told.accept(folder, String.valueOf(notTaken.getMessage()));
        }
    }

    /** The file is replaced as a whole, so that it is never half written. */
    private void remember(Path folder, String footprint) {
        seen.put(folder.toString(), footprint);
        try {
            Path target = memory.toAbsolutePath();
            Files.createDirectories(target.getParent());
            Path written = Files.createTempFile(target.getParent(), "seen", ".json");
            Files.write(written, MAPPER.writeValueAsBytes(seen));
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException wrong) {
            throw new UncheckedIOException("%s cannot be written".formatted(memory), wrong);
        }
    }
}
