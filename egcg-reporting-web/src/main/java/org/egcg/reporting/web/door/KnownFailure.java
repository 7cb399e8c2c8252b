package org.egcg.reporting.web.door;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcg.reporting.error.ReportingException;

/** What went wrong behind the door, if it is of the library's own causes; empty if nobody expected it. */
record KnownFailure(Optional<ReportingException> known) {

    private static final int DEEPEST = 20;

    static KnownFailure of(Throwable thrown) {
        return new KnownFailure(Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(ReportingException.class::isInstance)
                .map(ReportingException.class::cast)
                .findFirst());
    }

    /** @param id by which the request is found in the log */
    Problem problem(String id) {
        return known.flatMap(KnownFailure::status).map(Problem::of).orElseGet(() -> unexpected(id));
    }

    private static Problem unexpected(String id) {
        return new Problem(
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                "The server met an error that it did not expect; it is in its log as request " + id + ".");
    }

    private static Optional<Integer> status(ReportingException cause) {
        if (cause instanceof ReportingException.Unavailable) {
            return Optional.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (cause instanceof ReportingException.NotFound) {
            return Optional.of(HttpServletResponse.SC_NOT_FOUND);
        } else if (cause instanceof ReportingException.Malformed) {
            return Optional.of(HttpServletResponse.SC_BAD_REQUEST);
        } else if (cause instanceof ReportingException.Forbidden) {
            return Optional.of(HttpServletResponse.SC_FORBIDDEN);
        }
        return Optional.empty();
    }
}
