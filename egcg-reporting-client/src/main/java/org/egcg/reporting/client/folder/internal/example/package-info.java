/**
 * What do folders of runs look like, with numbers that are known beforehand?
 *
 * <p>{@link org.egcg.reporting.client.folder.internal.example.ExampleRun} says what is planted,
 * {@link org.egcg.reporting.client.folder.internal.example.ExampleFolder} writes it. For trying out, for tests, and for this
 * project's own use.
 */
@NullMarked
package org.egcg.reporting.client.folder.internal.example;

import org.jspecify.annotations.NullMarked;
