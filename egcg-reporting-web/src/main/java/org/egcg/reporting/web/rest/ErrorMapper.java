package org.egcg.reporting.web.rest;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.failure.Failure;
import org.egcg.reporting.web.failure.StatusWords;
import org.egcg.reporting.web.operation.TooLate;

/**
 * Failures as the API's JSON: those of the library as {@link Failure} knows them, refusals that only HTTP knows with their
 * own words, and the rest as 500, logged here.
 */
@Provider
@ApplicationScoped
public class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ErrorMapper.class.getName());

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause =
                thrown instanceof EJBException wrapped && wrapped.getCause() != null ? wrapped.getCause() : thrown;
        if (cause instanceof ReportingException known) {
            return answer(Failure.of(known));
        }
        if (cause instanceof HttpRefusal refusal) {
            return answer(refusal.status(), refusal.getMessage(), refusal.detail())
                    .header("Retry-After", refusal.status() == 503 ? "1" : null)
                    .header("Accept-Encoding", refusal.status() == 415 ? "gzip" : null)
                    .header("Allow", refusal.allow().orElse(null))
                    .build();
        }
        if (cause instanceof TooLate late) {
            return answer(408, late.getMessage(), "body: did not arrive in time")
                    .header("Connection", "close")
                    .build();
        }
        if (cause instanceof WebApplicationException other
                && other.getResponse().getStatus() < 500) {
            int status = other.getResponse().getStatus();
            return answer(status, StatusWords.of(status), request.getMethod() + " " + request.getRequestURI())
                    .build();
        }
        LOG.log(System.Logger.Level.ERROR, request.getMethod() + " " + request.getRequestURI(), cause);
        return answer(
                        500,
                        "The server met an error that it did not expect; it is in its log.",
                        "the server's own fault")
                .build();
    }

    private static Response answer(Failure failure) {
        String message = failure.message();
        Response.ResponseBuilder answer =
                answer(failure.status(), message, failure.detail().orElse(message));
        if (failure.status() == 401) {
            answer.header("WWW-Authenticate", "Basic realm=\"eve\"");
        }
        failure.retryAfter().ifPresent(seconds -> answer.header("Retry-After", seconds));
        return answer.build();
    }

    private static Response.ResponseBuilder answer(int status, String message, String detail) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new EveJson(false).error(status, message, detail));
    }
}
