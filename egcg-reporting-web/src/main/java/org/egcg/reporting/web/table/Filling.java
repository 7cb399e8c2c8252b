package org.egcg.reporting.web.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A column whose values are read for the rows that are shown or exported, and not for all rows of the table. It can be
 * neither sorted nor filtered by.
 *
 * @param column its name
 * @param values what rows have in it, by their keys; rows that are left out have nothing
 */
public record Filling(String column, Function<List<String>, Map<String, CellValue>> values) {}
