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
import java.util.Map;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.query.Embedding;
import org.egcg.reporting.web.operation.TooLate;

/** What clients are told of each cause: the only place where causes become HTTP statuses. */
@Provider
@ApplicationScoped
public class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ErrorMapper.class.getName());

    private static final Map<Class<? extends ReportingException>, Integer> STATUSES = Map.ofEntries(
            Map.entry(ReportingException.Malformed.class, 400),
            Map.entry(ReportingException.Unauthenticated.class, 401),
            Map.entry(ReportingException.SecondFactorRequired.class, 401),
            Map.entry(ReportingException.PasswordExpired.class, 401),
            Map.entry(ReportingException.TooManyAttempts.class, 429),
            Map.entry(ReportingException.AccountRefused.class, 401),
            Map.entry(ReportingException.Forbidden.class, 403),
            Map.entry(ReportingException.NotEntitled.class, 403),
            Map.entry(ReportingException.NotFound.class, 404),
            Map.entry(ReportingException.Conflict.class, 409),
            Map.entry(ReportingException.EtagMismatch.class, 412),
            Map.entry(ReportingException.TooLarge.class, 413),
            Map.entry(ReportingException.Unsupported.class, 422),
            Map.entry(ReportingException.EtagRequired.class, 428),
            Map.entry(ReportingException.Busy.class, 503),
            Map.entry(ReportingException.Unavailable.class, 503));

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause =
                thrown instanceof EJBException wrapped && wrapped.getCause() != null ? wrapped.getCause() : thrown;
        if (cause instanceof ReportingException known) {
            return answer(known);
        }
        if (cause instanceof HttpRefusal refusal) {
            return answer(refusal.status(), refusal.getMessage())
                    .header("Retry-After", refusal.status() == 503 ? "1" : null)
                    .build();
        }
        if (cause instanceof TooLate late) {
            return answer(408, late.getMessage()).header("Connection", "close").build();
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

    private static Response answer(ReportingException cause) {
        int status = status(cause);
        Response.ResponseBuilder answer = answer(status, message(cause, status));
        if (status == 401) {
            answer.header("WWW-Authenticate", "Basic realm=\"eve\"");
        }
        if (cause instanceof ReportingException.TooManyAttempts slowDown) {
            answer.header("Retry-After", slowDown.retryAfter().toSeconds() + 1);
        } else if (status == 503) {
            answer.header("Retry-After", "5");
        }
        return answer.build();
    }

    private static String message(ReportingException cause, int status) {
        if (cause instanceof ReportingException.Unavailable away) {
            return "The " + away.dependency() + " does not answer. Please try again in a moment.";
        }
        boolean spelt = cause instanceof ReportingException.NotEntitled
                || status == 413
                || status == 422
                || Embedding.UNREADABLE.equals(cause.getMessage());
        return spelt ? cause.getMessage() : words(status);
    }

    /** The status of a cause. */
    static int status(ReportingException cause) {
        return STATUSES.getOrDefault(cause.getClass(), 500);
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
            case 429 -> "Too many failed logins. Please try again later.";
            case 503 -> "The server has too much to do. Please try again in a moment.";
            default -> "The request failed.";
        };
    }

    private static Response.ResponseBuilder answer(int status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new EveJson(false).error(status, message));
    }
}
