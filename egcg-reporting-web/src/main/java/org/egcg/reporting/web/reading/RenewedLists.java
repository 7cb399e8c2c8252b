package org.egcg.reporting.web.reading;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.web.table.Layout;

/** Makes lists that are renewed by what was written. */
@ApplicationScoped
class RenewedLists {

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Reporting reporting;

    @Inject
    private CurrentUser user;

    /** @param shaped a document as its row is made of it; empty if it has none */
    RenewedList of(Layout layout, String resource, Function<BsonDocument, Optional<BsonDocument>> shaped) {
        return new RenewedList(layout, reporting.changes(), resource, shaped, executor, user);
    }
}
