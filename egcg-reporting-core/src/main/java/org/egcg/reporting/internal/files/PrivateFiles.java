package org.egcg.reporting.internal.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and directories that only the account under which the program runs may read, write and enter, whatever the
 * umask says. Where the file system knows no such rights, they are made as ever.
 */
public final class PrivateFiles {

    private static final System.Logger LOG = System.getLogger(PrivateFiles.class.getName());
    private static final Set<PosixFilePermission> ALL_BUT_OWNER = PosixFilePermissions.fromString("---rwxrwx");
    private static final Set<PosixFilePermission> STRANGERS = PosixFilePermissions.fromString("------rwx");
    private static final int STICKY = 01000;

    private PrivateFiles() {}

    /** Makes a directory, with those above it, or closes the one that is there. */
    public static Path directory(Path directory) throws IOException {
        make(directory);
        close(directory);
        return directory;
    }

    /** Makes a directory, with those above it; one that is there stays as it is. */
    public static void make(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes(directory, "rwx------"));
        }
    }

    /** Makes an empty file, or closes the one that is there, which keeps what is in it. */
    public static Path file(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, "rw-------"));
        } catch (FileAlreadyExistsException there) {
            close(file);
        }
        return file;
    }

    /** Writes a file, which appears whole or not at all, in the place of one that may be there. */
    public static void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + "-", ".new");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String rights) {
        return knowsRights(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Takes the rights of all accounts but the owner's away. What a link leads to stays as it is, and so does a directory
     * that is open to all by design. Warns of what cannot be closed, such as the file of another.
     */
    public static void close(Path path) {
        take(ALL_BUT_OWNER, path);
    }

    /** The same, but leaves the group its rights. */
    public static void closeToStrangers(Path path) {
        take(STRANGERS, path);
    }

    private static void take(Set<PosixFilePermission> unwanted, Path path) {
        try {
            if (knowsRights(path) && !Files.isSymbolicLink(path) && !isCommon(path)) {
                Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
                rights.addAll(Files.getPosixFilePermissions(path));
                if (rights.removeAll(unwanted)) {
                    Files.setPosixFilePermissions(path, rights);
                }
            }
        } catch (IOException refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} cannot be closed to other users of this machine: {1}",
                    path,
                    refused.toString());
        }
    }

    /** The root of the file system, and directories such as {@code /tmp}. */
    private static boolean isCommon(Path path) throws IOException {
        return path.toAbsolutePath().normalize().getParent() == null || (mode(path) & STICKY) != 0;
    }

    private static int mode(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS)
                : 0;
    }

    /** Whether all accounts of the machine may read a file. */
    public static boolean isReadByStrangers(Path file) throws IOException {
        return knowsRights(file) && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    }
}
