package org.egcg.reporting.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What a value must be: one kind per type of the schema file. All are immutable. */
public sealed interface Rule {

    /** What holds whatever the type is. */
    CommonRules terms();

    /** The type's name in messages and in the schema file. */
    String type();

    /**
     * Text.
     *
     * @param allowed the only values; empty if any text will do
     * @param relation the document of another resource that the text must name
     */
    record Text(CommonRules terms, List<String> allowed, Optional<DataRelation> relation) implements Rule {
        public Text {
            Objects.requireNonNull(terms);
            Objects.requireNonNull(relation);
            allowed = List.copyOf(allowed);
        }

        @Override
        public String type() {
            return "string";
        }
    }

    /** A whole number of 64 bits, between {@code min} and {@code max}, both inclusive. */
    record Whole(CommonRules terms, OptionalLong min, OptionalLong max) implements Rule {
        public Whole {
            Objects.requireNonNull(terms);
            if (min.isPresent() && max.isPresent() && min.getAsLong() > max.getAsLong()) {
                throw new IllegalArgumentException("min is above max");
            }
        }

        @Override
        public String type() {
            return "integer";
        }
    }

    /** A finite floating point number of double precision. */
    record Decimal(CommonRules terms) implements Rule {
        @Override
        public String type() {
            return "float";
        }
    }

    /** A moment, in whole seconds of UTC. */
    record Moment(CommonRules terms) implements Rule {
        @Override
        public String type() {
            return "datetime";
        }
    }

    /** The store's own identifier: 24 hexadecimal digits. */
    record Identifier(CommonRules terms) implements Rule {
        @Override
        public String type() {
            return "objectid";
        }
    }

    /** A list, each member of which follows one rule. */
    record Sequence(CommonRules terms, Rule member) implements Rule {
        public Sequence {
            Objects.requireNonNull(terms);
            Objects.requireNonNull(member);
        }

        @Override
        public String type() {
            return "list";
        }
    }

    /** An object with known fields, in the schema file's order. */
    record Structure(CommonRules terms, Map<String, Rule> fields) implements Rule {
        public Structure {
            Objects.requireNonNull(terms);
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String type() {
            return "dict";
        }
    }

    /** An object that takes anything. */
    record Anything(CommonRules terms) implements Rule {
        @Override
        public String type() {
            return "dict";
        }
    }
}
