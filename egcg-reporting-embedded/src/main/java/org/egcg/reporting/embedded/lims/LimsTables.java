package org.egcg.reporting.embedded.lims;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Writes rows of an empty LIMS database. Ids count up from 1 in each table. */
final class LimsTables {

    private final Connection connection;
    private final Map<String, Long> ids = new HashMap<>();

    LimsTables(Connection connection) {
        this.connection = connection;
    }

    long nextId(String table) {
        return ids.merge(table, 1L, Long::sum);
    }

    /** A row with the next id before the given cells, in the order of the table's columns; cells may be null. */
    long insert(String table, Object... cells) throws SQLException {
        long id = nextId(table);
        Object[] row = new Object[cells.length + 1];
        row[0] = id;
        System.arraycopy(cells, 0, row, 1, cells.length);
        link(table, row);
        return id;
    }

    /** A row as it is. */
    void link(String table, Object... cells) throws SQLException {
        String places = String.join(", ", Collections.nCopies(cells.length, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
            for (int i = 0; i < cells.length; i++) {
                insert.setObject(i + 1, cells[i]);
            }
            insert.executeUpdate();
        }
    }
}
