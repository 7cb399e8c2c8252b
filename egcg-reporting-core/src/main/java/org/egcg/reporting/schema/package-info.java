/**
 * What may a document look like? {@link org.egcg.reporting.schema.Schemas} holds one
 * {@link org.egcg.reporting.schema.Schema} per resource, read from {@code schema.yaml}; the
 * {@link org.egcg.reporting.schema.internal.Validator} brings what a client sent into the form in which it is stored, or says
 * all that is wrong with it. This room never touches a database: what only the store can know, it asks through
 * {@link org.egcg.reporting.schema.internal.Lookup}. Where documents live is the {@code store} room's question, and how they
 * get in and out the {@code resource} room's.
 */
@NullMarked
package org.egcg.reporting.schema;

import org.jspecify.annotations.NullMarked;
