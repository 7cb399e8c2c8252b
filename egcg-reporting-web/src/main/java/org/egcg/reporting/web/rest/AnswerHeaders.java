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
import java.util.Set;
import org.egcg.reporting.ejb.ReportingStartup;

/** The headers that answers have whatever they say: how long they may be kept, and whose pages may read them. */
@Provider
@ApplicationScoped
public class AnswerHeaders implements ContainerResponseFilter {

    private static final int SECONDS_KEPT = 20;
    private static final Set<Integer> NEVER_KEPT = Set.of(405, 429, 500, 502, 503);

    @Inject
    private ReportingStartup startup;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        String method = asked.getMethod();
        if ((method.equals("GET") || method.equals("HEAD")) && !NEVER_KEPT.contains(answer.getStatus())) {
            headers.putSingle("Cache-Control", "max-age=" + SECONDS_KEPT);
            headers.putSingle("Expires", HttpDate.of(Instant.now().plusSeconds(SECONDS_KEPT)));
        }
        new CrossOrigin(startup.reporting().config().api().xDomains()).answer(request, method, headers);
    }
}
