package org.egcg.reporting.client.folder.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * By what it is seen that a run has changed: sizes and times of the files at its top and in the few directories where
 * instruments and tools write numbers. Nothing else of the tree is touched, as file systems may be slow.
 */
public final class Footprint {
    private static final List<String> PLACES =
            List.of("", "InterOp", "Reports", "Stats", "Data/Intensities/BaseCalls/Stats", "qc");

    private Footprint() {}

    /** The same text as long as nothing has changed. */
    public static String of(Path run) {
        Set<String> files = new TreeSet<>();
        for (String place : PLACES) {
            add(run.resolve(place), files);
        }
        return Integer.toHexString(files.hashCode()) + "-" + files.size();
    }

    private static void add(Path directory, Set<String> files) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    files.add(entry + " " + attributes.size() + " " + attributes.lastModifiedTime());
                }
            }
        } catch (IOException notThere) {
            files.remove("");
        }
    }
}
