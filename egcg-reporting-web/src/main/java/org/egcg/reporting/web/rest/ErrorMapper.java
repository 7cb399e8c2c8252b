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
import org.egcg.reporting.ReportingException;
import org.egcg.reporting.query.Embedding;

/** What clients are told of each cause: the only place where causes become HTTP statuses. */
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
            return answer(known);
        }
        if (cause instanceof Refusal refusal) {
            return answer(refusal.getResponse().getStatus(), refusal.getMessage())
                    .build();
        }
        if (cause instanceof WebApplicationException other
                && other.getResponse().getStatus() < 500) {
            return answer(
                            other.getResponse().getStatus(),
                            words(other.getResponse().getStatus()))
                    .build();
        }
        LOG.log(System.Logger.Level.ERROR, request.getMethod() + " " + request.getRequestURI(), cause);
        return answer(500, "The server met an error that it did not expect; it is in its log.")
                .build();
    }

    private Response answer(ReportingException cause) {
        if (cause instanceof ReportingException.Malformed malformed) {
            boolean spelt = Embedding.UNREADABLE.equals(malformed.getMessage());
            return answer(400, spelt ? malformed.getMessage() : words(400)).build();
        }
        if (cause instanceof ReportingException.Unauthenticated) {
            return unauthenticated().build();
        }
        if (cause instanceof ReportingException.Unavailable away) {
            return answer(503, "The " + away.dependency() + " does not answer. Please try again in a moment.")
                    .header("Retry-After", "5")
                    .build();
        }
        if (cause instanceof ReportingException.TooManyAttempts slowDown) {
            return unauthenticated()
                    .header("Retry-After", slowDown.retryAfter().toSeconds() + 1)
                    .build();
        }
        int status = status(cause);
        return answer(status, words(status)).build();
    }

    private static Response.ResponseBuilder unauthenticated() {
        return answer(401, words(401)).header("WWW-Authenticate", "Basic realm=\"eve\"");
    }

    private static int status(ReportingException cause) {
        if (cause instanceof ReportingException.Forbidden) {
            return 403;
        }
        if (cause instanceof ReportingException.NotFound) {
            return 404;
        }
        if (cause instanceof ReportingException.Conflict) {
            return 409;
        }
        if (cause instanceof ReportingException.EtagMismatch) {
            return 412;
        }
        return cause instanceof ReportingException.EtagRequired ? 428 : 500;
    }

    private static String words(int status) {
        return switch (status) {
            case 400 -> "The browser (or proxy) sent a request that this server could not understand.";
            case 401 -> "Please provide proper credentials";
            case 403 -> "Your role does not allow this.";
            case 404 ->
                "The requested URL was not found on the server. If you entered the URL manually please check"
                        + " your spelling and try again.";
            case 405 -> "The method is not allowed for the requested URL.";
            case 409 ->
                "A conflict happened while processing the request. The resource might have been modified while"
                        + " the request was being processed.";
            case 412 -> "Client and server etags don't match";
            case 428 -> "To edit a document its etag must be provided using the If-Match header";
            default -> "The request failed.";
        };
    }

    private static Response.ResponseBuilder answer(int status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new EveJson(false).error(status, message));
    }
}
