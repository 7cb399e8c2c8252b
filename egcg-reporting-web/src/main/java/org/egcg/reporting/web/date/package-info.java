/**
 * How do pages write days and moments? In figures where rows are compared and in words where people read:
 * {@link org.egcg.reporting.web.date.Dates}. What programs read in the API is written in {@code web.rest}.
 */
package org.egcg.reporting.web.date;
