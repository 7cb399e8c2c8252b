package org.egcg.reporting.web.chart;

import java.time.LocalDate;

/**
 * A lane in a chart.
 *
 * @param run the run that it belongs to
 * @param day when the run was started
 * @param group the series that it is drawn in
 * @param value what is drawn
 */
public record Lane(String id, String run, LocalDate day, String group, double value) {}
