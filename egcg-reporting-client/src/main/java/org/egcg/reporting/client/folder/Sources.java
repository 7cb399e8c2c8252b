package org.egcg.reporting.client.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.egcg.reporting.client.folder.internal.Archive;

/**
 * What is named on a command line: folders, files, archives ({@code .tar}, {@code .tar.gz}, {@code .tgz}, {@code .zip}),
 * and patterns ({@code *}, {@code ?}) of them. Archives are unpacked when they are asked for, and removed by closing.
 */
public final class Sources implements AutoCloseable {
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

    private static final int MOST_ENTRIES = 200_000;
    private static final long MOST_BYTES = 4L << 30;

    private final List<Archive> unpacked = new ArrayList<>();
    private final long mostBytes;
    private final int mostEntries;

    /** Archives may hold 200,000 files and 4 GB. */
    public Sources() {
        this(MOST_BYTES, MOST_ENTRIES);
    }

    /** For archives that others have sent: what each may hold, unpacked. */
    public Sources(long mostBytes, int mostEntries) {
        this.mostBytes = mostBytes;
        this.mostEntries = mostEntries;
    }

    /** The paths that a text names; {@link FolderException} if there are none. */
    public List<Path> named(String text) {
        Path path = Path.of(text);
        if (Files.exists(path)) {
            return List.of(path);
        }
        List<Path> found = GLOB.matcher(text).find() ? matching(path) : List.of();
        if (found.isEmpty()) {
            throw new FolderException(path, "is not there");
        }
        return found;
    }

    private static List<Path> matching(Path pattern) {
        List<Path> found = List.of(pattern.isAbsolute() ? pattern.getRoot() : Path.of(""));
        for (Path part : pattern) {
            List<Path> deeper = new ArrayList<>();
            for (Path folder : found) {
                deeper.addAll(matching(folder, part.toString()));
            }
            found = deeper;
        }
        return found;
    }

    private static List<Path> matching(Path folder, String part) {
        if (!GLOB.matcher(part).find()) {
            return List.of(folder.resolve(part)).stream().filter(Files::exists).toList();
        }
        if (!Files.isDirectory(folder.toAbsolutePath())) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.toAbsolutePath(), part)) {
            entries.forEach(entry -> found.add(folder.resolve(entry.getFileName())));
        } catch (IOException wrong) {
            throw new FolderException(folder, 0, "cannot be read: " + wrong.getMessage(), wrong);
        }
        found.sort(null);
        return found;
    }

    /** The path itself, or where an archive was unpacked to. */
    public Path opened(Path path) {
        if (Files.isDirectory(path) || !Archive.isOne(path)) {
            return path;
        }
        Archive archive = Archive.unpack(path, mostBytes, mostEntries);
        unpacked.add(archive);
        return archive.directory();
    }

    /** A sentence with the archive's name where it speaks of the directory into which that was unpacked. */
    public String told(String sentence) {
        String told = sentence;
        for (Archive archive : unpacked) {
            told = told.replace(archive.directory().toString(), archive.file().toString());
        }
        return told;
    }

    @Override
    public void close() {
        unpacked.forEach(Archive::close);
        unpacked.clear();
    }
}
