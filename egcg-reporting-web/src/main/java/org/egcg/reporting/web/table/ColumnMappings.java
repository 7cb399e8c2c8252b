package org.egcg.reporting.web.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.egcg.reporting.yaml.Section;

/** The tables of the pages, and the menus of metrics of charts and plate maps. Immutable. */
public final class ColumnMappings {

    private final Map<String, TableDefinition> tables;

    private ColumnMappings(Map<String, TableDefinition> tables) {
        this.tables = Collections.unmodifiableMap(tables);
    }

    /**
     * Reads both files.
     *
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured if one names a column, format, function or path that
     *     does not exist
     */
    public static ColumnMappings read(Section columns, Section metrics) {
        Map<String, TableDefinition> tables = new LinkedHashMap<>(new ColumnFile(columns, "column_def").tables());
        tables.putAll(new ColumnFile(metrics, "metrics_def").tables());
        return new ColumnMappings(tables);
    }

    /**
     * Refuses the columns whose paths no row of their table can have.
     *
     * @param file what the tables were read from, for messages
     */
    public ColumnMappings checked(Section file, KnownPaths known) {
        tables.values().forEach(table -> known.check(file, table));
        return this;
    }

    public TableDefinition table(String name) {
        TableDefinition table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table is called " + name);
        }
        return table;
    }

    public Map<String, TableDefinition> tables() {
        return tables;
    }
}
