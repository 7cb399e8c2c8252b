package org.egcg.reporting.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;

/**
 * Which fields of a document are asked for. Its ids, etag and dates are shown whatever is asked.
 *
 * @param shown the only paths to show, none of them inside another; empty if all are shown but the hidden ones
 * @param hidden the paths to leave out, none of them inside another
 */
public record Projection(Optional<Set<String>> shown, Set<String> hidden) {

    public Projection {
        Objects.requireNonNull(shown);
        hidden = Set.copyOf(hidden);
    }

    /** All fields. */
    public static Projection everything() {
        return new Projection(Optional.empty(), Set.of());
    }

    /**
     * Reads a {@code projection} argument: {@code {"lane": 1}} names all that is to be shown, {@code {"lane": 0}} what
     * is to be left out; both also inside objects, as in {@code {"aggregated.pc_q30": 0}}.
     *
     * @param idField the field that is shown always, besides {@code _id} and the other meta fields
     * @throws Malformed if it is no JSON object, or hides a part of what it shows
     */
    public static Projection parse(String idField, String text) {
        if (text.isEmpty()) {
            return everything();
        }
        BsonValue value = json(text);
        if (!value.isDocument()) {
            throw new Malformed("projection: expected an object such as {\"lane\": 1}, not " + text);
        }
        Set<String> always = new LinkedHashSet<>(Fields.ALWAYS_SHOWN);
        always.add(idField);
        return of(value.asDocument(), always);
    }

    private static BsonValue json(String text) {
        try {
            return JsonReader.read(text);
        } catch (Malformed noJson) {
            throw noJson.in("projection");
        }
    }

    private static Projection of(BsonDocument fields, Set<String> always) {
        Set<String> shown = new LinkedHashSet<>(always);
        fields.forEach((path, value) -> {
            if (Switches.isOne(value)) {
                shown.add(path);
            }
        });
        Set<String> hidden = new LinkedHashSet<>(fields.keySet());
        hidden.removeIf(path -> !Switches.isZero(fields.get(path)) || always.contains(path) || isInside(path, always));
        if (fields.values().stream().anyMatch(Switches::isOne)) {
            refuseHolesIn(shown, hidden);
            return new Projection(Optional.of(outermost(shown)), Set.of());
        }
        return new Projection(Optional.empty(), outermost(hidden));
    }

    /** Stores show paths or hide paths; of both at once one would be forgotten. */
    private static void refuseHolesIn(Set<String> shown, Set<String> hidden) {
        hidden.stream().filter(path -> isInside(path, shown)).findFirst().ifPresent(path -> {
            throw new Malformed("projection: " + path
                    + " cannot be left out of a field that is shown; expected either 1 or 0 for all fields");
        });
    }

    private static Set<String> outermost(Set<String> paths) {
        Set<String> outermost = new LinkedHashSet<>(paths);
        outermost.removeIf(path -> !Fields.shown(path) || isInside(path, paths));
        return Set.copyOf(outermost);
    }

    private static boolean isInside(String path, Set<String> paths) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            if (paths.contains(path.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a top-level field, or a part of it, is shown. */
    public boolean shows(String field) {
        return shown.map(paths -> paths.stream().anyMatch(path -> path.equals(field) || path.startsWith(field + ".")))
                .orElse(!hidden.contains(field));
    }

    /** The same as a MongoDB projection; empty for all fields. */
    public BsonDocument fields() {
        BsonDocument fields = new BsonDocument();
        List<String> names = List.copyOf(shown.orElse(hidden));
        names.stream()
                .filter(Fields::shown)
                .sorted()
                .forEach(name -> fields.put(name, new BsonInt32(shown.isPresent() ? 1 : 0)));
        return fields;
    }
}
