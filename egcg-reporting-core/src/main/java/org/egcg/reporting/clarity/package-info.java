/**
 * In whose name is Clarity asked? {@link org.egcg.reporting.clarity.ClarityAccount} says it. How Clarity is spoken to is
 * known to {@code internal.clarity}.
 */
@NullMarked
package org.egcg.reporting.clarity;

import org.jspecify.annotations.NullMarked;
