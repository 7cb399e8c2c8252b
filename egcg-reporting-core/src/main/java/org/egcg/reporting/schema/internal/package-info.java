/**
 * May this document be stored, and in which form? Start with
 * {@link org.egcg.reporting.schema.internal.Validator}; what only the store can know, it asks through
 * {@link org.egcg.reporting.schema.internal.Lookup}. What is allowed is said by {@code schema}.
 */
package org.egcg.reporting.schema.internal;
