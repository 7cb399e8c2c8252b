/**
 * What does not fit together? {@link org.egcg.reporting.consistency.Inconsistencies} looks through all documents for parts
 * without a whole, things that are stored twice and work that never ended; {@link
 * org.egcg.reporting.consistency.ImpossibleNumbers} says which numbers of a document cannot be. Nothing here changes a
 * document.
 */
@NullMarked
package org.egcg.reporting.consistency;

import org.jspecify.annotations.NullMarked;
