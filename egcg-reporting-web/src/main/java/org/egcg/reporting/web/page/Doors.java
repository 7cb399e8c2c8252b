package org.egcg.reporting.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.bson.BsonDocument;
import org.egcg.reporting.ejb.ReportingStartup;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.security.Users;

/** What stands beside the pages in the same application, and who may come in. */
@ApplicationScoped
public class Doors {

    static final Route MISSING = new Route("", new Route.Nothing(), "missing", true);

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
}
