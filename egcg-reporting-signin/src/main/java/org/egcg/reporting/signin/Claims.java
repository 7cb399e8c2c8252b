package org.egcg.reporting.signin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a provider says of a user. */
record Claims(Map<String, Object> all) {

    /** The value of a claim; a dot leads inside unless there is a claim of the whole name. */
    Optional<Object> at(String path) {
        return Optional.ofNullable(inside(all, path));
    }

    private static @Nullable Object inside(Map<?, ?> object, String path) {
        Object whole = object.get(path);
        if (whole != null) {
            return whole;
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            Object found = object.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                    ? inside(inner, path.substring(dot + 1))
                    : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    Optional<String> text(String path) {
        return at(path).map(value -> value instanceof String text ? text : null);
    }

    /** The texts of a list; one text alone is a list of one. */
    List<String> texts(String path) {
        Object value = at(path).orElse(List.of());
        Collection<?> members = value instanceof Collection<?> list ? list : List.of(value);
        return members.stream()
                .map(member -> member instanceof String text ? text : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
