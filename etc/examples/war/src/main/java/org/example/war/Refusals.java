package org.example.war;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.egcg.reporting.error.ReportingException;

/** What the library refuses, for clients. */
@Provider
public class Refusals implements ExceptionMapper<ReportingException> {

    @Override
    public Response toResponse(ReportingException refused) {
        return Response.status(status(refused))
                .type(MediaType.TEXT_PLAIN)
                .entity(refused.getMessage())
                .build();
    }

    private static int status(ReportingException refused) {
        if (refused instanceof ReportingException.Forbidden) {
            return 403;
        }
        return refused instanceof ReportingException.NotFound ? 404 : 400;
    }
}
