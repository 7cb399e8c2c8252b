package org.egcg.reporting.client.folder.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.egcg.reporting.client.folder.FolderException;

/** The files of a folder that may be worth a look. Images, base calls and logs are passed over, links not followed. */
public final class FolderTree extends SimpleFileVisitor<Path> {
    private static final int DEEPEST = 8;
    private static final int MOST_ENTRIES = 200_000;
    private static final Pattern NOT_INTO =
            Pattern.compile("L\\d{3}|C\\d+\\.\\d+|Thumbnail_Images|Images|Logs|RTALogs|Config|Recipe|InterOp|\\..*");
    private static final Pattern WORTH = Pattern.compile(
            "(?i).*\\.(xml|csv|json|txt|stats|flagstat|selfSM|\\w*metrics\\w*|log|vchk|zip)(\\.gz)?|.*_metrics");

    private final Path root;
    private final List<Path> files = new ArrayList<>();
    private int entries;

    private FolderTree(Path root) {
        this.root = root;
    }

    /** The files, in the order of their names. */
    public static List<Path> files(Path root) {
        FolderTree tree = new FolderTree(root);
        try {
            Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, tree);
        } catch (IOException wrong) {
            throw new FolderException(root, 0, "cannot be read: " + wrong.getMessage(), wrong);
        }
        tree.files.sort(null);
        return tree.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean passed = !folder.equals(root)
                && NOT_INTO.matcher(folder.getFileName().toString()).matches();
        return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (++entries > MOST_ENTRIES) {
            throw new FolderException(
                    root, "has more than %,d files; name a folder further down".formatted(MOST_ENTRIES));
        }
        if (attributes.isRegularFile() && isWorthALook(file)) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException wrong) {
        if (file.equals(root)) {
            throw new FolderException(file, 0, "cannot be read: " + wrong.getMessage(), wrong);
        }
        return FileVisitResult.CONTINUE;
    }

    /** Whether the name of a file is one that files have which are read here. */
    public static boolean isWorthALook(Path file) {
        return WORTH.matcher(file.getFileName().toString()).matches();
    }
}
