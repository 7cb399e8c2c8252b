/** How are fields of documents read? By {@link org.egcg.reporting.internal.json.Bson} alone. */
package org.egcg.reporting.internal.json;
