/**
 * What does writing need besides documents? {@link org.egcg.reporting.resource.internal.Indexes} says which indexes a
 * store is to have, {@link org.egcg.reporting.resource.internal.Listeners} tells what has been written.
 */
package org.egcg.reporting.resource.internal;
