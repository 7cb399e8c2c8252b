package org.egcg.reporting.web.reading;

import java.util.function.Supplier;
import org.egcg.reporting.web.table.Rows;

/**
 * A list whose rows are kept from one visit to the next.
 *
 * @param key under which they are kept
 * @param rows reads them, on whatever thread
 */
public record Listed(String key, Supplier<Rows> rows) {}
