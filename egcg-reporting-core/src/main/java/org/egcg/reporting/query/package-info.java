/**
 * What may be asked? Start with {@link org.egcg.reporting.query.ReadRequest}: the arguments of a request, parsed once
 * and for all into a filter, an order, a choice of fields and a page. Text that asks for anything else than the closed
 * grammars here is refused, and no text is ever evaluated. Which documents match is the store's to find out.
 */
@NullMarked
package org.egcg.reporting.query;

import org.jspecify.annotations.NullMarked;
