/**
 * Where do documents live? Start with {@link org.egcg.reporting.store.DocumentStore}, the one interface an institute
 * may replace; {@link org.egcg.reporting.store.MongoStore} keeps documents in MongoDB. Revisions, which make the
 * re-aggregation of a document conditional, never leave this room. What a document may hold is decided in
 * {@code schema}, what happens around a write in {@code resource}.
 */
@NullMarked
package org.egcg.reporting.store;

import org.jspecify.annotations.NullMarked;
