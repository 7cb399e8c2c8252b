package org.egcg.reporting.web.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.security.Authenticated;
import org.egcg.reporting.security.Authenticator;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.internal.SecurityLog;
import org.egcg.reporting.trail.Origin;
import org.egcg.reporting.web.operation.Caller;
import org.egcg.reporting.web.route.AdmittedRequest;
import org.egcg.reporting.web.route.ApiRoute;

/**
 * Lets in who asks for something that there is, in a way that is allowed, can say who he is, and has the role and the
 * token for it: in this order, which clients know. OPTIONS is answered at the door.
 */
@Provider
@PreMatching
@ApplicationScoped
public class AuthenticationFilter implements ContainerRequestFilter {

    @Inject
    private Reporting reporting;

    @Inject
    private CurrentUser current;

    @Context
    private HttpServletRequest request;

    private Authenticator authenticator;

    @PostConstruct
    void open() {
        authenticator = new Authenticator(reporting.users(), reporting.tokens(), reporting.apiTokens());
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Optional<ApiRoute> route = ApiRequest.routeOf(request);
        String method = context.getMethod();
        ApiRoute path = route.orElseThrow(() -> new NotFound("address: "
                + AdmittedRequest.of(request).address().path() + " is none of the API; openapi.json lists them"));
        if (method.equals("OPTIONS")) {
            context.abortWith(Response.ok().header("Allow", path.allow()).build());
            return;
        }
        if (!path.methods().contains(method)) {
            throw HttpRefusal.methodNotAllowed(method, path.allow());
        }
        Authenticated caller = authenticator.caller(
                Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)), request.getRemoteAddr());
        Caller.is(request, caller.user().name());
        require(caller, path, method);
        ApiRequest.sentBy(request, caller.user());
        current.is(caller.user());
        Origin.learn(origin -> origin.by(caller.user().name(), caller.token(), "api"));
    }

    private void require(Authenticated caller, ApiRoute route, String method) {
        User user = caller.user();
        try {
            user.require(route.needs(method));
            route.scope().ifPresent(scope -> caller.scopes().require(scope, route.writes(method)));
            if (!caller.scopes().mayRead("*") && RequestArguments.of(request).has("embedded")) {
                caller.scopes().require("*", false);
            }
        } catch (Forbidden refused) {
            SecurityLog.warn("access denied", "user", user.name(), "method", method, "path", request.getRequestURI());
            throw refused;
        }
    }
}
