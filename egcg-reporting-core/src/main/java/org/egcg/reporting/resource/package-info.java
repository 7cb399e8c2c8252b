/**
 * How does a document get in and out? Start with {@link org.egcg.reporting.resource.ResourceWriter} and {@link
 * org.egcg.reporting.resource.ResourceReader}. What a document may look like is decided in {@code schema}, what it
 * adds up to in {@code aggregation}; this room joins them around the store.
 */
@NullMarked
package org.egcg.reporting.resource;

import org.jspecify.annotations.NullMarked;
