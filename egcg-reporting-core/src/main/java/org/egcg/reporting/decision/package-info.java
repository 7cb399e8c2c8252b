/**
 * What have people decided? Start with {@link org.egcg.reporting.decision.Decision}, what a person wants to be decided of a
 * run element, a lane or a sample; {@link org.egcg.reporting.decision.DecisionBook} keeps what was decided, by which a
 * person's verdict in a document is told from an automatic one. Whether a decision differs from the rules, and what is
 * written into documents, is the business of {@code review}.
 */
@NullMarked
package org.egcg.reporting.decision;

import org.jspecify.annotations.NullMarked;
