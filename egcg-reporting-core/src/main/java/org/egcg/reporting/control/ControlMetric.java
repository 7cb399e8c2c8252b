package org.egcg.reporting.control;

/**
 * A number of lanes of which control charts are made.
 *
 * @param key by which addresses and programs name it, such as {@code pc_q30}
 * @param title for people
 * @param path where it stands in a lane, such as {@code aggregated.pc_q30}
 * @param unit empty text for none
 * @param decimals how many are shown
 */
public record ControlMetric(String key, String title, String path, String unit, int decimals) {}
