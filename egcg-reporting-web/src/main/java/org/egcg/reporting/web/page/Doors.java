package org.egcg.reporting.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.bson.BsonDocument;
import org.egcg.reporting.ejb.ReportingStartup;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.security.Users;

/** What stands beside the pages in the same application, and who may come in. */
@ApplicationScoped
public class Doors {

    static final Route MISSING = new Route("", new Route.Nothing(), "missing", true);

    private static final Set<String> OPERATIONS = Set.of("/health", "/metrics", "/openapi", "/status", "/internal-api");

    @Inject
    private ReportingStartup startup;

    Users users() {
        return startup.reporting().users();
    }

    Schemas schemas() {
        return startup.reporting().schemas();
    }

    /** For how long a visitor may do nothing and is still known. */
    Duration patience() {
        return startup.reporting().config().login().timeout();
    }

    /** What the API can do. */
    BsonDocument openApi() {
        return startup.reporting().openApi();
    }

    /** Whether a path is the API's where the API has no prefix. */
    boolean isApi(String path) {
        String[] names = path.substring(1).split("/", -1);
        boolean resource = startup.reporting().schemas().names().contains(names[0]);
        return names[0].equals("lims")
                || (resource && (names.length == 1 || (names.length == 2 && names[1].matches("[0-9a-f]{24}|"))));
    }

    /** Whether a path belongs to health checks, metrics and the like. */
    boolean isOperations(String path) {
        return OPERATIONS.stream().anyMatch(door -> path.equals(door) || path.startsWith(door + "/"));
    }
}
