/**
 * Who changed this? Start with {@link org.egcg.reporting.trail.Trail}, which keeps an entry of every write of a document,
 * and {@link org.egcg.reporting.trail.Origin}, which says for whom the present thread works. Writes themselves are the
 * business of {@code resource}.
 */
@NullMarked
package org.egcg.reporting.trail;

import org.jspecify.annotations.NullMarked;
