/**
 * What was counted of the reads of each sample?
 *
 * <p>{@link org.egcg.reporting.client.folder.internal.demultiplexing.Demultiplexing} gathers it from the files of bcl2fastq
 * and BCL Convert, each of which has a reader here. Two files that say different things of the same number are refused.
 * For this project's own use.
 */
@NullMarked
package org.egcg.reporting.client.folder.internal.demultiplexing;

import org.jspecify.annotations.NullMarked;
