/**
 * What can go wrong? {@link org.egcg.reporting.error.ReportingException} is the root of all failures that callers can
 * tell apart; it knows no other package, so that every package may throw it.
 */
@NullMarked
package org.egcg.reporting.error;

import org.jspecify.annotations.NullMarked;
