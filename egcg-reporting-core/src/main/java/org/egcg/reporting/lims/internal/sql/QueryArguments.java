package org.egcg.reporting.lims.internal.sql;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Filters that may be left out. Each has a flag that switches it off: PostgreSQL plans every statement for its
 * arguments, so a filter that is switched off costs nothing.
 */
final class QueryArguments {

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1, 1, 1, 0, 0);

    private QueryArguments() {}

    static void names(Map<String, Object> arguments, String any, String name, Collection<String> names) {
        arguments.put(any, names.isEmpty());
        arguments.put(name, names.isEmpty() ? List.of("") : names);
    }

    static void moment(Map<String, Object> arguments, String any, String name, Optional<LocalDateTime> moment) {
        arguments.put(any, moment.isEmpty());
        arguments.put(name, moment.orElse(LONG_AGO));
    }
}
