package org.egcg.reporting.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The API at its place inside the server. Clients never see this path: {@link ApiFilter} leads them here from the
 * configured prefix.
 */
@ApplicationPath(RestApplication.PATH)
public class RestApplication extends Application {

    static final String PATH = "/internal-api";

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuthenticationFilter.class,
                AnswerHeaders.class,
                ErrorMapper.class,
                HomeEndpoint.class,
                LimsEndpoint.class,
                DescriptionEndpoint.class,
                InconsistenciesEndpoint.class,
                DecisionsEndpoint.class,
                DeliveriesEndpoint.class,
                HistoryEndpoint.class,
                NotesEndpoint.class,
                ControlChartsEndpoint.class,
                InstrumentEventsEndpoint.class,
                ResourceEndpoint.class,
                AggregateEndpoint.class,
                ActionsEndpoint.class);
    }

    /** No description of our own making, no links that the server rewrites, nothing found by scanning. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.headers.location.relative.resolution.disabled", true,
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
