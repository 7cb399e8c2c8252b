package org.egcg.reporting.web.route;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.security.Role;

/** The kinds of paths that the API has. */
public sealed interface ApiRoute {

    /** The path without the API's prefix. */
    String path();

    /** The methods that clients may use there. */
    Set<String> methods();

    /** The least role that a method needs. */
    default Role needs(String method) {
        return method.equals("GET") || method.equals("HEAD") ? Role.VIEWER : Role.EDITOR;
    }

    /** What a token has to be for; empty if any does. */
    default Optional<String> scope() {
        return Optional.empty();
    }

    /** Whether a method needs a token for writing. */
    default boolean writes(String method) {
        return needs(method) != Role.VIEWER;
    }

    /** The methods that the answer to OPTIONS lists. */
    default String allow() {
        return String.join(", ", new TreeSet<>(methods()));
    }

    /** The list of resources. */
    record Home() implements ApiRoute {
        @Override
        public String path() {
            return "/home";
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /** The description of the API. */
    record Description() implements ApiRoute {
        @Override
        public String path() {
            return "/openapi.json";
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /**
     * A report of the LIMS.
     *
     * @param name of the path behind {@code lims/}, which may be an older one
     * @param report what the LIMS calls it
     */
    record Report(String name, String report) implements ApiRoute {
        @Override
        public String path() {
            return "/lims/" + name;
        }

        @Override
        public Optional<String> scope() {
            return Optional.of("lims");
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /** A report that the database computes. */
    record Aggregate(String name) implements ApiRoute {
        @Override
        public String path() {
            return "/aggregate/" + name;
        }

        @Override
        public Optional<String> scope() {
            return Optional.of("aggregate");
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /** What does not fit together in the documents. */
    record Inconsistencies() implements ApiRoute {
        @Override
        public String path() {
            return "/inconsistencies";
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /**
     * Who has changed which document.
     *
     * @param item whose history it is; empty for that of all
     */
    record History(Optional<Item> item) implements ApiRoute {
        @Override
        public String path() {
            return item.isPresent() ? "/history/resource/item" : "/history";
        }

        @Override
        public Optional<String> scope() {
            return Optional.of("history");
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /**
     * Notes.
     *
     * @param id of one; empty for all
     */
    record Notes(String id) implements ApiRoute {
        @Override
        public String path() {
            return id.isEmpty() ? "/notes" : "/notes/item";
        }

        @Override
        public Optional<String> scope() {
            return Optional.of("notes");
        }

        @Override
        public Set<String> methods() {
            return id.isEmpty() ? Set.of("GET", "HEAD", "OPTIONS", "POST") : Set.of("DELETE", "OPTIONS", "PATCH");
        }
    }

    /** Control charts of instruments. */
    record ControlCharts() implements ApiRoute {
        @Override
        public String path() {
            return "/control_charts";
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /**
     * What was done to instruments.
     *
     * @param id of one; empty for all
     */
    record InstrumentEvents(String id) implements ApiRoute {
        @Override
        public String path() {
            return id.isEmpty() ? "/instrument_events" : "/instrument_events/item";
        }

        @Override
        public Optional<String> scope() {
            return Optional.of("notes");
        }

        @Override
        public Set<String> methods() {
            return id.isEmpty() ? Set.of("GET", "HEAD", "OPTIONS", "POST") : Set.of("DELETE", "OPTIONS");
        }
    }

    /** What people have decided. */
    record Decisions() implements ApiRoute {
        @Override
        public String path() {
            return "/decisions";
        }

        @Override
        public Optional<String> scope() {
            return Optional.of("actions");
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /** What is ready to be delivered of a project, and what was signed. */
    record Deliveries() implements ApiRoute {
        @Override
        public String path() {
            return "/deliveries";
        }

        @Override
        public Optional<String> scope() {
            return Optional.of("actions");
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /** How a review would come out. */
    record Explanation() implements ApiRoute {
        @Override
        public String path() {
            return "/actions/explain";
        }

        @Override
        public Optional<String> scope() {
            return Optional.of("actions");
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS", "POST");
        }

        @Override
        public Role needs(String method) {
            return Role.VIEWER;
        }
    }

    /** All documents of a resource. Only an administrator empties it. */
    record Documents(Schema schema) implements ApiRoute {
        @Override
        public String path() {
            return "/" + schema.resource();
        }

        @Override
        public Optional<String> scope() {
            return Optional.of(schema.resource());
        }

        @Override
        public Set<String> methods() {
            return Set.of("DELETE", "GET", "HEAD", "OPTIONS", "POST");
        }

        @Override
        public Role needs(String method) {
            return method.equals("DELETE") ? Role.ADMIN : ApiRoute.super.needs(method);
        }
    }

    /**
     * One document.
     *
     * @param id its {@code _id}, or the value of its id field
     */
    record Item(Schema schema, String id) implements ApiRoute {
        @Override
        public String path() {
            return "/" + schema.resource() + "/item";
        }

        @Override
        public Optional<String> scope() {
            return Optional.of(schema.resource());
        }

        @Override
        public Set<String> methods() {
            return Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "PUT");
        }
    }
}
