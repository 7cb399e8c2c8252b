package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.Document;

/**
 * What is left of a condition for one document: the same but for values and alternatives that cannot make a difference
 * for it.
 */
@FunctionalInterface
interface Reduction {

    Object of(Document document);
}
