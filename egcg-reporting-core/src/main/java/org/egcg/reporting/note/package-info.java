/**
 * What have people noted? Start with {@link org.egcg.reporting.note.Notes}, which keeps notes on runs, lanes, samples and
 * projects. A note decides nothing; decisions are the business of {@code decision}.
 */
@NullMarked
package org.egcg.reporting.note;

import org.jspecify.annotations.NullMarked;
