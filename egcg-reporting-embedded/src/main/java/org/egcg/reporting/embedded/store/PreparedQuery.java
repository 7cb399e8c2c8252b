package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.function.Predicate;

/**
 * A query made ready to be asked of many documents. Long lists of values, and long lists of alternatives, are looked up
 * by what a document has instead of being gone through for each: of a document the matcher is asked only what is left of
 * the query for it. For one thread.
 */
final class PreparedQuery implements Predicate<Document> {

    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private final Reduction rest;

    PreparedQuery(Document query) {
        rest = Reductions.ofQuery("", query).orElse(document -> query);
    }

    @Override
    public boolean test(Document document) {
        return matcher.matches(document, (Document) rest.of(document));
    }
}
