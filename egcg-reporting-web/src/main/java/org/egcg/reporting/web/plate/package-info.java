/**
 * What is in each well of a plate, and how does a metric spread over it? Start with
 * {@link org.egcg.reporting.web.plate.PlateMap}, which is made of the rows of the plate's table and of the column that was
 * chosen; {@link org.egcg.reporting.web.plate.HtmlPlate} writes it. It reads nothing; where the rows come from is the
 * page's business.
 */
package org.egcg.reporting.web.plate;
