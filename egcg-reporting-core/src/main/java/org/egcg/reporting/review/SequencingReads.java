package org.egcg.reporting.review;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.bson.BsonDocument;
import org.egcg.reporting.aggregation.FieldPath;

/** Reads of a run: how many there are, and to which of them a field belongs. */
final class SequencingReads {

    private static final int MOST = 3;
    private static final List<FieldPath> STORED =
            List.of(FieldPath.of("bases_r1"), FieldPath.of("bases_r2"), FieldPath.of("bases_r3"));
    private static final List<FieldPath> SUMMED = List.of(
            FieldPath.of("aggregated.bases_r1"),
            FieldPath.of("aggregated.bases_r2"),
            FieldPath.of("aggregated.bases_r3"));

    private SequencingReads() {}

    /** The number of the last read that has bases, be it zero bases; empty if none has. */
    static OptionalInt of(BsonDocument document) {
        for (int read = MOST; read > 0; read--) {
            if (STORED.get(read - 1).in(document).isNumber()
                    || SUMMED.get(read - 1).in(document).isNumber()) {
                return OptionalInt.of(read);
            }
        }
        return OptionalInt.empty();
    }

    /** The last read that any of the fields is about; 0 if they are about no single read. */
    static int lastOf(Set<String> fields) {
        return fields.stream().mapToInt(SequencingReads::of).max().orElse(0);
    }

    private static int of(String field) {
        int end = field.length();
        boolean named = end >= 3 && field.charAt(end - 3) == '_' && field.charAt(end - 2) == 'r';
        char digit = named ? field.charAt(end - 1) : '0';
        return digit >= '1' && digit <= '9' ? digit - '0' : 0;
    }
}
