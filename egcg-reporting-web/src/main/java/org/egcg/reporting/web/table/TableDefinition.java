package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of the column file: its columns in their first order. */
public record TableDefinition(String name, List<Column> columns, boolean unfolds) {

    public TableDefinition {
        columns = List.copyOf(columns);
    }

    public Optional<Column> column(String id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst();
    }

    /** This table with more columns after its own; a name that is taken is not taken twice. */
    public TableDefinition with(List<Column> more) {
        List<Column> all = new ArrayList<>(columns);
        for (Column column : more) {
            if (column(column.id()).isEmpty()) {
                all.add(column);
            }
        }
        return new TableDefinition(name, all, unfolds);
    }

    /** The columns shown at first. */
    public List<String> firstShown() {
        return columns.stream().filter(Column::visible).map(Column::id).toList();
    }
}
