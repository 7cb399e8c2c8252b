/**
 * What is a run, and what became of it? {@link org.egcg.reporting.run.RunIds} reads what sequencers and facilities write in
 * the names of runs; {@link org.egcg.reporting.run.RunState} puts what the LIMS and the pipelines say of one into a word.
 * Nothing here reads a database.
 */
@NullMarked
package org.egcg.reporting.run;

import org.jspecify.annotations.NullMarked;
