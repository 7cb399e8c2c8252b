/**
 * How are the files of a run folder read, and never further than they should be?
 *
 * <p>{@link org.egcg.reporting.client.folder.internal.TextFile} and
 * {@link org.egcg.reporting.client.folder.internal.XmlFile} read with limits and say what is wrong with file and line; the
 * other types are what single files say. What was counted of reads is the business of {@code demultiplexing}, what the
 * instrument measured that of {@code interop}, what tools say of samples that of {@code tool}. For this project's own use.
 */
@NullMarked
package org.egcg.reporting.client.folder.internal;

import org.jspecify.annotations.NullMarked;
