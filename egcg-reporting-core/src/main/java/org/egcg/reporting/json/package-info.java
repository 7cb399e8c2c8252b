/**
 * How do documents look on the wire? Start with {@link org.egcg.reporting.json.JsonReader} and
 * {@link org.egcg.reporting.json.JsonWriter}: JSON text in and out of the driver's own BSON types, streaming, with
 * the API's spelling of dates, ids and numbers. What a document may contain is the schema room's business; the
 * envelope around documents is the web module's.
 */
@NullMarked
package org.egcg.reporting.json;

import org.jspecify.annotations.NullMarked;
