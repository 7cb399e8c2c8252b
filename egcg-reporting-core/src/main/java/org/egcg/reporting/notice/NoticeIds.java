package org.egcg.reporting.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bson.types.ObjectId;

/** Ids made of what they name, so that every store refuses a second document of the same name. */
final class NoticeIds {

    private static final int LENGTH = 12;

    private NoticeIds() {}

    /** The same for the same parts in the same order, and for no others. */
    static ObjectId of(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            // with its length, so that where one part ends and the next begins makes a difference
            all.append(part.length()).append(' ').append(part);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return new ObjectId(Arrays.copyOf(digest, LENGTH));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
