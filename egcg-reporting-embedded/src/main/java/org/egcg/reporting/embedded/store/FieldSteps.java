package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where in a document a condition looks: names of fields, none of which could as well be a place in a list. */
record FieldSteps(List<String> names) {

    FieldSteps {
        names = List.copyOf(names);
    }

    /** Empty for a path that leads to places in lists, or is none. */
    static Optional<FieldSteps> of(String path) {
        List<String> names = List.of(path.split("\\.", -1));
        return names.stream().allMatch(FieldSteps::isName) ? Optional.of(new FieldSteps(names)) : Optional.empty();
    }

    private static boolean isName(String step) {
        return !step.isEmpty() && !step.chars().allMatch(Character::isDigit);
    }

    /** Everything that a document has there, in lists and in objects in lists too; at least what a condition looks at. */
    List<Object> values(Document document) {
        List<Object> values = new ArrayList<>();
        collect(document, 0, values);
        return values;
    }

    private void collect(Object value, int depth, List<Object> values) {
        if (value instanceof Collection<?> members) {
            members.forEach(member -> collect(member, depth, values));
        } else if (depth == names.size()) {
            values.add(value);
        } else if (value instanceof Document document) {
            collect(document.get(names.get(depth)), depth + 1, values);
        }
    }
}
