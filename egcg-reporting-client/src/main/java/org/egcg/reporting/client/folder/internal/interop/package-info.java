/**
 * What did the instrument measure of each lane?
 *
 * <p>{@link org.egcg.reporting.client.folder.internal.interop.LaneMeasures} reads the binary files of a run's folder
 * {@code InterOp} and sums them up as Illumina's own library does. The formats are the public ones. For this project's own
 * use.
 */
@NullMarked
package org.egcg.reporting.client.folder.internal.interop;

import org.jspecify.annotations.NullMarked;
