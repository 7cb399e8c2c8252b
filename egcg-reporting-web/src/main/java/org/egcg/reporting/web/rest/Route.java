package org.egcg.reporting.web.rest;

import java.util.Set;
import java.util.TreeSet;
import org.egcg.reporting.schema.Schema;

/** The kinds of paths that the API has. */
sealed interface Route {

    /** The path without the API's prefix. */
    String path();

    /** The methods that clients may use there. */
    Set<String> methods();

    /** The methods that the answer to OPTIONS lists. */
    default String allow() {
        return String.join(", ", new TreeSet<>(methods()));
    }

    /** The list of resources. */
    record Home() implements Route {
        @Override
        public String path() {
            return "/";
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /** A report of the LIMS. */
    record Report(String name) implements Route {
        @Override
        public String path() {
            return "/lims/" + name;
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "HEAD", "OPTIONS");
        }
    }

    /** All documents of a resource. */
    record Documents(Schema schema) implements Route {
        @Override
        public String path() {
            return "/" + schema.resource();
        }

        @Override
        public Set<String> methods() {
            return Set.of("DELETE", "GET", "HEAD", "OPTIONS", "POST");
        }
    }

    /** One document. POST is allowed for nobody, and listed for those who override it by another method. */
    record Item(Schema schema, String id) implements Route {
        @Override
        public String path() {
            return "/" + schema.resource() + "/" + id;
        }

        @Override
        public Set<String> methods() {
            return Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "PUT");
        }

        @Override
        public String allow() {
            return "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";
        }
    }
}
