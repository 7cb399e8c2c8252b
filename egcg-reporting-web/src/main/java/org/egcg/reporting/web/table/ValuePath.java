package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;

/** Where a value stands in a row: names joined by dots, {@code \.} for a dot that belongs to a name. */
public record ValuePath(List<String> names) {

    private static final Pattern DOT = Pattern.compile("(?<!\\\\)\\.");

    public ValuePath {
        names = List.copyOf(names);
        if (names.isEmpty() || names.contains("")) {
            throw new IllegalArgumentException("a path has no empty name");
        }
    }

    public static ValuePath of(String text) {
        List<String> names = new ArrayList<>();
        for (String name : DOT.split(text, -1)) {
            names.add(name.replace("\\.", "."));
        }
        return new ValuePath(names);
    }

    /** The name in the row itself. */
    public String head() {
        return names.get(0);
    }

    /** What follows another path, if this begins with it and goes on. */
    Optional<ValuePath> below(ValuePath beginning) {
        int depth = beginning.names().size();
        return names.size() > depth && names.subList(0, depth).equals(beginning.names())
                ? Optional.of(new ValuePath(names.subList(depth, names.size())))
                : Optional.empty();
    }

    /** The value in a row; null of BSON if there is none. */
    BsonValue in(BsonDocument row) {
        return Bson.at(row, names);
    }

    @Override
    public String toString() {
        return String.join(".", names.stream().map(n -> n.replace(".", "\\.")).toList());
    }
}
