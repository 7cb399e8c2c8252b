package org.egcg.reporting.web.browser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bson.BsonDocument;
import org.egcg.reporting.ejb.ReportingStartup;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.security.Users;

/** What stands beside the pages in the same application, and who may come in. */
@ApplicationScoped
public class Doors {

    @Inject
    private ReportingStartup startup;

    public Users users() {
        return startup.reporting().users();
    }

    public Schemas schemas() {
        return startup.reporting().schemas();
    }

    /** What the API can do. */
    public BsonDocument openApi() {
        return startup.reporting().openApi();
    }
}
