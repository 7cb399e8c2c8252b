package org.egcg.reporting.lims.internal.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.config.QueryHints;

/** One read-only transaction on the LIMS, which sees one state of the data. For one thread. */
public final class LimsSession {

    private static final int FETCH = 5_000;

    private final EntityManager manager;
    private final Runnable heard;

    /** @param heard told of each answer of the database */
    LimsSession(EntityManager manager, Runnable heard) {
        this.manager = manager;
        this.heard = heard;
    }

    /** The rows of one statement. */
    <T> List<T> rows(Class<T> row, String jpql, Map<String, ?> arguments) {
        TypedQuery<T> query = manager.createQuery(jpql, row);
        query.setHint(QueryHints.JDBC_FETCH_SIZE, FETCH);
        arguments.forEach(query::setParameter);
        List<T> rows = query.getResultList();
        heard.run();
        return rows;
    }

    /** Asks next to nothing: whether the database answers. */
    public void ping() {
        rows(Long.class, "SELECT COUNT(j) FROM Project j WHERE j.id = 0", Map.of());
    }
}
