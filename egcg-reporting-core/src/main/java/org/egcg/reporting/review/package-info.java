/**
 * Does it pass? Start with {@link org.egcg.reporting.review.Reviews}, which judges a lane, a sample or a rapid
 * analysis by {@link org.egcg.reporting.review.Thresholds} and answers with a
 * {@link org.egcg.reporting.review.Review} that explains itself. Judging changes nothing and asks no other system; what is
 * written, and what the LIMS is asked to do, is the business of {@code Actions}. How Clarity is spoken to is known to
 * {@code internal.clarity} alone.
 */
@NullMarked
package org.egcg.reporting.review;

import org.jspecify.annotations.NullMarked;
