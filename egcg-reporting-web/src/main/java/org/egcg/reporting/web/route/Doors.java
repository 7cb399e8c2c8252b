package org.egcg.reporting.web.route;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.web.door.Origins;

/** What stands beside the pages in the same application, and who may come in. */
@ApplicationScoped
public class Doors {

    static final PageRoute MISSING = new PageRoute("", new PageRoute.Nothing(), "missing", true);

    @Inject
    private Reporting reporting;

    public Users users() {
        return reporting.users();
    }

    public Schemas schemas() {
        return reporting.schemas();
    }

    /** Whose pages may send forms to ours: our own, whatever other pages may do in the API. */
    Origins ownPages() {
        return new Origins(List.of(), reporting.config().api().proxies());
    }

    /** What the API can do. */
    public BsonDocument openApi() {
        return reporting.openApi();
    }
}
