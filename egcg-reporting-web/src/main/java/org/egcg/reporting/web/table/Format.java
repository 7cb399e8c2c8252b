package org.egcg.reporting.web.table;

import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * How the values of a column are shown.
 *
 * @param derived what is made of the stored value first
 * @param link what the value is appended to for a link; empty text if the value is an address itself
 * @param count whether the cell says how many things it lists, and lists them on demand
 * @param samples whether the value is a status, with the samples that are in it
 * @param aged whether the age of the status is marked
 * @param sum whether the column has a sum in the foot
 */
public record Format(
        Kind kind,
        Optional<Function<BsonDocument, BsonValue>> derived,
        Optional<ColumnLimit> limit,
        Optional<String> link,
        boolean count,
        boolean samples,
        boolean aged,
        boolean sum) {

    static final Format PLAIN = of(Kind.TEXT);

    /** Plain values of a kind. */
    public static Format of(Kind kind) {
        return new Format(kind, Optional.empty(), Optional.empty(), Optional.empty(), false, false, false, false);
    }

    /** Whether the column's values are numbers, and so stand at the right. */
    public boolean numeric() {
        return kind.numeric() || count || sum;
    }
}
