package org.egcg.reporting.web.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.egcg.reporting.schema.Schema;

/** The kinds of paths that the API has. */
sealed interface Route {

    /** The methods that clients may use there. */
    Set<String> methods();

    /** The methods that the answer to OPTIONS lists. */
    default String allow() {
        return methods().stream().sorted().reduce((some, one) -> some + ", " + one).orElseThrow();
    }

    /** The list of resources. */
    record Home() implements Route {
        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /** A report of the LIMS. */
    record Report(String name) implements Route {
        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /** All documents of a resource. */
    record Collection(Schema schema) implements Route {
        @Override
        public Set<String> methods() {
            return Set.of("DELETE", "GET", "HEAD", "OPTIONS", "POST");
        }
    }

    /** One document. POST is listed for those who override it by another method. */
    record Item(Schema schema, String id) implements Route {

        static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

        @Override
        public Set<String> methods() {
            return Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "PUT");
        }

        @Override
        public String allow() {
            return "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";
        }
    }

    /** The route of a path without its prefix; empty if there is none. One slash at its end means nothing. */
    static Optional<Route> of(String path, Resources resources) {
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (plain.isEmpty() || plain.equals("/")) {
            return Optional.of(new Home());
        }
        if (plain.startsWith("/lims/")) {
            String name = plain.substring("/lims/".length());
            return resources.isReport(name) ? Optional.of(new Report(name)) : Optional.empty();
        }
        List<String> parts = List.of(plain.substring(1).split("/", -1));
        Optional<Schema> schema = resources.schema(parts.get(0));
        return switch (parts.size()) {
            case 1 -> schema.map(Collection::new);
            case 2 -> schema.filter(known -> Item.ID.matcher(parts.get(1)).matches())
                    .map(known -> new Item(known, parts.get(1)));
            default -> Optional.empty();
        };
    }

    /** What there is behind the paths. */
    interface Resources {
        Optional<Schema> schema(String resource);

        boolean isReport(String name);
    }
}
