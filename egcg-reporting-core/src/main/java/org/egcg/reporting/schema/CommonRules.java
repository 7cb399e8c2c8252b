package org.egcg.reporting.schema;

import java.util.Objects;
import java.util.Optional;
import org.bson.BsonValue;

/**
 * What holds of a field whatever its type is.
 *
 * @param required whether a new document must bring it
 * @param nullable whether it may be null
 * @param unique whether no two documents of the resource may share a value
 * @param initial what is stored if a new document brings nothing
 * @param about what the field holds and in which unit, where its name does not say it
 */
public record CommonRules(
        boolean required, boolean nullable, boolean unique, Optional<BsonValue> initial, Optional<String> about) {

    /** A field that may be left out and holds a value if it is given. */
    public static final CommonRules OPTIONAL = new CommonRules(false, false, false, Optional.empty(), Optional.empty());

    public CommonRules {
        Objects.requireNonNull(initial);
        Objects.requireNonNull(about);
    }
}
