package org.egcg.reporting.lims.internal.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;

/**
 * PostgreSQL, with moments passed through as they are. EclipseLink's own way leads over {@code java.sql.Timestamp},
 * which knows only the program's time zone: moments of the hour that it skips in spring would come out an hour late.
 */
public final class WallClockPlatform extends PostgreSQLPlatform {

    /** The optimised way reads moments itself; a setting would be overwritten when the session is set up. */
    @Override
    public boolean shouldOptimizeDataConversion() {
        return false;
    }

    @Override
    public Object getObjectFromResultSet(ResultSet rows, int column, int type, AbstractSession session)
            throws SQLException {
        return type == Types.TIMESTAMP
                ? rows.getObject(column, LocalDateTime.class)
                : super.getObjectFromResultSet(rows, column, type, session);
    }

    @Override
    public void setParameterValueInDatabaseCall(
            Object parameter, PreparedStatement statement, int index, AbstractSession session) throws SQLException {
        if (parameter instanceof LocalDateTime) {
            statement.setObject(index, parameter);
        } else {
            super.setParameterValueInDatabaseCall(parameter, statement, index, session);
        }
    }
}
