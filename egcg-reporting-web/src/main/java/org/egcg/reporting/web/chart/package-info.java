/**
 * What do charts draw? Quantiles, means, local regression, groups of days, activity per day. Nothing here knows a
 * page or a browser; what draws only places what is calculated here.
 */
package org.egcg.reporting.web.chart;
