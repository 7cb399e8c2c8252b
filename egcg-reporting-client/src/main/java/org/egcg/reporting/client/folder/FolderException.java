package org.egcg.reporting.client.folder;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that does not say what it should, or says two things; the message begins with the file and the line. */
public class FolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line counted from 1; 0 where the file as a whole is meant */
    public FolderException(Path file, long line, String sentence, @Nullable Throwable cause) {
        super((line > 0 ? file + ":" + line : file.toString()) + ": " + sentence, cause);
    }

    /** About a file as a whole. */
    public FolderException(Path file, String sentence) {
        this(file, 0, sentence, null);
    }
}
