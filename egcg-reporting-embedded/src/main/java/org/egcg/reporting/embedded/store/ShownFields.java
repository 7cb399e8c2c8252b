package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A projection that names fields to show and asks for nothing else, made ready for many documents: the library takes its
 * paths apart anew for each of them. What it shows is what the library shows, in the same order.
 */
final class ShownFields implements UnaryOperator<Document> {

    private static final String ID = "_id";
    private static final Pattern PLAIN = Pattern.compile("[^.$]+(\\.[^.$]+)*");

    /** What is shown of a value: all of it if nothing is named within. */
    private record Shown(Map<String, Shown> within) {

        Shown() {
            this(new LinkedHashMap<>());
        }
    }

    private final Shown all = new Shown();

    private ShownFields(boolean namesId) {
        if (!namesId) {
            all.within.put(ID, new Shown());
        }
    }

    /** Empty if the projection hides fields, names one within another that it shows, or has operators. */
    static Optional<ShownFields> of(Document projection) {
        ShownFields fields = new ShownFields(projection.containsKey(ID));
        boolean plain = projection.entrySet().stream()
                .allMatch(field -> isShown(field.getValue()) && fields.add(field.getKey()));
        return plain ? Optional.of(fields) : Optional.empty();
    }

    private static boolean isShown(Object value) {
        return Boolean.TRUE.equals(value) || (value instanceof Integer number && number != 0);
    }

    /** Whether the path could be added. */
    private boolean add(String path) {
        if (!PLAIN.matcher(path).matches()) {
            return false;
        }
        Shown parent = all;
        boolean added = true;
        for (String name : path.split("\\.", -1)) {
            if (!added && parent.within.isEmpty()) {
                return false;
            }
            added = !parent.within.containsKey(name);
            parent = parent.within.computeIfAbsent(name, first -> new Shown());
        }
        return added;
    }

    @Override
    public Document apply(Document document) {
        return shown(document, all);
    }

    private static Document shown(Document document, Shown fields) {
        Document shown = new Document();
        fields.within.forEach((name, field) -> {
            Object value = document.get(name);
            if (field.within.isEmpty()) {
                if (value != null || document.containsKey(name)) {
                    shown.put(name, value);
                }
            } else if (value instanceof Document inside) {
                shown.put(name, shown(inside, field));
            } else if (value instanceof List<?> members) {
                shown.put(name, shown(members, field));
            }
        });
        return shown;
    }

    private static List<Document> shown(List<?> members, Shown fields) {
        List<Document> shown = new ArrayList<>();
        for (Object member : members) {
            if (member instanceof Document document) {
                shown.add(shown(document, fields));
            }
        }
        return shown;
    }
}
