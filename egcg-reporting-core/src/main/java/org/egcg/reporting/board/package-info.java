/**
 * What may be seen on a wall without logging in? Start with {@link org.egcg.reporting.board.BoardAddresses}, which knows
 * the secret addresses of the board. What the board shows is the business of the pages.
 */
@NullMarked
package org.egcg.reporting.board;

import org.jspecify.annotations.NullMarked;
