/**
 * How do things differ that stand side by side, and where is each among all others? Start with
 * {@link org.egcg.reporting.web.compare.SideBySide}, which is made of rows of a table. It reads nothing; where the rows
 * come from is the page's business.
 */
package org.egcg.reporting.web.compare;
