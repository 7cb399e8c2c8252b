package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import org.egcg.reporting.config.ReportingConfig;

/**
 * The headers that answers have whatever they say: how long the client may keep them, and whose pages may read them.
 * Refusals are not kept; the front door says so of every answer that says nothing else.
 */
@Provider
@ApplicationScoped
public class AnswerHeaders implements ContainerResponseFilter {

    private static final int SECONDS_KEPT = 20;
    private static final int FIRST_ERROR = 400;

    @Inject
    private ReportingConfig config;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        String method = asked.getMethod();
        if ((method.equals("GET") || method.equals("HEAD")) && answer.getStatus() < FIRST_ERROR) {
            headers.putSingle("Cache-Control", "private, max-age=" + SECONDS_KEPT);
            headers.putSingle("Expires", HttpDate.of(Instant.now().plusSeconds(SECONDS_KEPT)));
        }
        ReportingConfig.Api api = config.api();
        new CrossOrigin(api).answer(request, headers);
    }
}
