package org.egcg.reporting.client.folder.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.egcg.reporting.client.folder.FolderException;

/** What is worth a look in a tar or a zip, unpacked into a directory that is removed in the end. */
public final class Archive implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile(".*\\.(tar|tar\\.gz|tgz|zip)");
    /** No text packs better than this; what does was made to fill disks. */
    private static final long MOST_PER_PACKED_BYTE = 200;

    private static final long ALWAYS = 64L << 20;

    /** Of the name of a file and what else stands before it. */
    private static final long MOST_BEFORE_A_FILE = 1L << 20;

    private static final int SOME = 1 << 16;

    private final Path file;
    private final Path directory;
    private final long most;
    private final int mostEntries;
    private final long mostPassed;
    private int entries;
    private long bytes;
    private long passed;

    private Archive(Path file, Path directory, long most, int mostEntries) throws IOException {
        this.file = file;
        this.directory = directory;
        this.mostPassed = Math.max(ALWAYS, Files.size(file) * MOST_PER_PACKED_BYTE);
        this.most = Math.min(most, mostPassed);
        this.mostEntries = mostEntries;
    }

    /** Whether a file is called as archives are. */
    public static boolean isOne(Path file) {
        return NAME.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                .matches();
    }

    /**
     * Unpacks; {@link FolderException} for archives that are broken, too large, or name files elsewhere.
     *
     * @param mostBytes that may be in its files together
     */
    public static Archive unpack(Path file, long mostBytes, int mostEntries) {
        try {
            Archive archive = new Archive(file, Files.createTempDirectory("run-folder"), mostBytes, mostEntries);
            try {
                archive.unpackAll();
                return archive;
            } catch (IOException | RuntimeException wrong) {
                archive.close();
                throw wrong;
            }
        } catch (ByteLimit.TooLong | IllegalArgumentException wrong) {
            throw new FolderException(file, 0, wrong.getMessage(), wrong);
        } catch (IOException wrong) {
            throw new FolderException(file, 0, "is no archive, or cut off: " + wrong.getMessage(), wrong);
        }
    }

    /** The archive itself. */
    public Path file() {
        return file;
    }

    /** Where it was unpacked to. */
    public Path directory() {
        return directory;
    }

    private void unpackAll() throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream unpacked = name.endsWith("gz") ? new GZIPInputStream(raw) : raw) {
            boolean zip = name.endsWith(".zip");
            ByteLimit limited = new ByteLimit(unpacked, zip ? Long.MAX_VALUE : most);
            try (ArchiveInputStream<? extends ArchiveEntry> archive =
                    zip ? new ZipArchiveInputStream(limited) : new TarArchiveInputStream(limited)) {
                unpackAll(archive, limited);
            }
        }
    }

    private void unpackAll(ArchiveInputStream<? extends ArchiveEntry> archive, ByteLimit limited) throws IOException {
        limited.allow(MOST_BEFORE_A_FILE);
        ArchiveEntry entry = archive.getNextEntry();
        if (entry == null) {
            throw new IllegalArgumentException("holds nothing");
        }
        while (entry != null) {
            limited.allow(Long.MAX_VALUE);
            take(entry, archive);
            pass(entry, archive);
            limited.allow(MOST_BEFORE_A_FILE);
            entry = archive.getNextEntry();
        }
    }

    /** Reads to the end of an entry, so that what comes next is the head of another. */
    private void pass(ArchiveEntry entry, ArchiveInputStream<?> archive) throws IOException {
        long some = archive.canReadEntryData(entry) ? archive.skip(SOME) : 0;
        while (some > 0) {
            passed += some;
            if (passed > mostPassed) {
                throw new IllegalArgumentException("unpacks to more than %,d bytes".formatted(mostPassed));
            }
            some = archive.skip(SOME);
        }
    }

    private void take(ArchiveEntry entry, ArchiveInputStream<?> archive) throws IOException {
        if (++entries > mostEntries) {
            throw new IllegalArgumentException("holds more than %,d files".formatted(mostEntries));
        }
        Path target = within(entry.getName());
        boolean plain = !entry.isDirectory() && !(entry instanceof TarArchiveEntry tar && isSpecial(tar));
        boolean interop = target.getFileName() != null
                && target.toString().contains("InterOp")
                && target.toString().endsWith(".bin");
        if (plain && (interop || FolderTree.isWorthALook(target))) {
            Files.createDirectories(target.getParent());
            copy(archive, target);
        }
    }

    /** Whether it is a link or a device, and no file. */
    private static boolean isSpecial(TarArchiveEntry entry) {
        return entry.isLink()
                || entry.isSymbolicLink()
                || entry.isFIFO()
                || entry.isBlockDevice()
                || entry.isCharacterDevice();
    }

    private Path within(String name) {
        try {
            Path target = directory.resolve(name).normalize();
            if (target.startsWith(directory) && !Path.of(name).isAbsolute()) {
                return target;
            }
        } catch (InvalidPathException no) {
            throw new IllegalArgumentException("names a file %s".formatted(Numbers.quoted(name)), no);
        }
        throw new IllegalArgumentException("names a file outside of itself, %s".formatted(Numbers.quoted(name)));
    }

    private void copy(InputStream from, Path target) throws IOException {
        byte[] some = new byte[SOME];
        try (OutputStream to = Files.newOutputStream(target)) {
            for (int read = from.read(some); read >= 0; read = from.read(some)) {
                bytes += read;
                if (bytes > most) {
                    throw new IllegalArgumentException("unpacks to more than %,d bytes".formatted(most));
                }
                to.write(some, 0, read);
            }
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException wrong) {
            throw new FolderException(directory, 0, "cannot be removed: " + wrong.getMessage(), wrong);
        }
    }
}
