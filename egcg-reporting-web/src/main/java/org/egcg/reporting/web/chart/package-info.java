/**
 * What charts are drawn of: quantiles, means, local regression, groups of days, activity per day. Nothing here knows a
 * page or a browser; whoever draws only places what is calculated here.
 */
package org.egcg.reporting.web.chart;
